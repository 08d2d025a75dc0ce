package io.askwell.ask.domain.draft.wording;

import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Channel;
import io.askwell.ask.domain.customer.Profile;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.draft.Draft;
import io.askwell.ask.domain.draft.Relationship;
import io.askwell.ask.domain.draft.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes drafts. The same customer, trigger and template always get the same wording. */
public final class Composer {

    private final int establishedFrom;

    /** @param establishedFrom the number of interactions from which a relationship is established */
    public Composer(int establishedFrom) {
        this.establishedFrom = establishedFrom;
    }

    /** The wordings from which a draft may be chosen, by name. */
    public List<Wording> wordings(Template template, Channel channel, Assessment assessment) {
        return Wordings.of(template, channel, Relationship.of(assessment.profile(), establishedFrom));
    }

    /** Which of them a customer gets when nobody chooses. */
    public Wording choose(
            Template template, Channel channel, String customerId, Assessment assessment, Trigger trigger) {
        List<Wording> wordings = wordings(template, channel, assessment);
        int seed = (customerId + "\n" + String.join("\n", trigger.evidence())).hashCode();
        return wordings.get(Math.floorMod(seed, wordings.size()));
    }

    /**
     * The draft as it should be, then others that say less of the customer's own, for when those words break a rule of our
     * texts: without the success, then without the name as well. None when the wording needs a peer and none is known.
     */
    public Stream<Composition> write(Wording wording, Assessment assessment, Trigger trigger) {
        Optional<String> name = addressee(assessment.profile());
        Optional<SuccessPhrase> success = SuccessPhrase.of(assessment.successes(), trigger);
        boolean namesPeer = wording.template() == Template.VALUE_FIRST;
        Optional<PeerPhrase> peer =
                namesPeer ? Optional.ofNullable(assessment.peer()).flatMap(PeerPhrase::of) : Optional.empty();
        if (namesPeer && peer.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                        new Facts(name, success, peer),
                        new Facts(name, Optional.empty(), peer),
                        new Facts(Optional.empty(), Optional.empty(), peer))
                .distinct()
                .map(facts -> composition(wording, facts, assessment, trigger));
    }

    private static Composition composition(Wording wording, Facts facts, Assessment assessment, Trigger trigger) {
        var draft = new Draft(
                1,
                wording.template(),
                wording.name(),
                wording.subject(),
                wording.body(facts.blanks()),
                Draft.BY_TEMPLATE,
                quoted(facts, assessment.profile()),
                null);
        return new Composition(draft, facts.evidence(trigger));
    }

    private static Optional<String> addressee(Profile profile) {
        return CustomerText.name(profile.contactName())
                .or(() -> CustomerText.name(profile.customerName()))
                .or(() -> CustomerText.name(profile.company()));
    }

    private static List<String> quoted(Facts facts, Profile profile) {
        Stream<String> names = Stream.of(
                        facts.name(),
                        CustomerText.name(profile.contactName()),
                        CustomerText.name(profile.customerName()),
                        CustomerText.name(profile.company()))
                .flatMap(Optional::stream);
        Stream<String> successes = facts.success().stream().flatMap(success -> success.quotes().stream());
        Stream<String> peers = facts.peer().stream().flatMap(peer -> peer.quotes().stream());
        return Stream.of(names, successes, peers)
                .flatMap(quotes -> quotes)
                .distinct()
                .toList();
    }

    /** @param evidence the signals that the draft rests on, as {@code source/id} */
    public record Composition(Draft draft, List<String> evidence) {}

    /** What a draft says of the customer. */
    private record Facts(Optional<String> name, Optional<SuccessPhrase> success, Optional<PeerPhrase> peer) {

        Map<String, String> blanks() {
            var blanks = new HashMap<String, String>();
            name.ifPresent(text -> blanks.put("name", text));
            success.ifPresent(phrase -> blanks.put("success", phrase.text()));
            peer.ifPresent(phrase -> {
                blanks.put("peer", phrase.who());
                blanks.put("about", phrase.about());
            });
            return blanks;
        }

        List<String> evidence(Trigger trigger) {
            return Stream.of(
                            trigger.evidence(),
                            success.map(SuccessPhrase::evidence).orElse(List.of()),
                            peer.map(PeerPhrase::evidence).orElse(List.of()))
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
        }
    }
}
