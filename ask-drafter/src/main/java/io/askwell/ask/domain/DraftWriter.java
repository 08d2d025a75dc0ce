package io.askwell.ask.domain;

import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Channel;
import io.askwell.ask.domain.customer.Profile;
import io.askwell.ask.domain.customer.Readiness;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.draft.Template;
import io.askwell.ask.domain.draft.lint.DraftLint;
import io.askwell.ask.domain.draft.lint.Recipient;
import io.askwell.ask.domain.draft.wording.Composer;
import io.askwell.ask.domain.draft.wording.Composer.Composition;
import io.askwell.ask.domain.draft.wording.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes drafts that keep the rules of our texts, whatever the customer's own words would do to them. */
final class DraftWriter {

    private final Composer composer;
    private final DraftLint lint;

    DraftWriter(AskPolicy policy) {
        this.composer = new Composer(policy.drafts().establishedFromInteractions());
        this.lint = new DraftLint(policy.textLimits());
    }

    /** The draft of an ask that is opened: the first template that applies, and the plain one should that not work out. */
    Composition firstDraft(String customerId, Assessment assessment, Trigger trigger) {
        Profile profile = assessment.profile();
        Template plain = assessment.decision() == Readiness.SOFT_MENTION ? Template.SOFT : Template.DIRECT;
        var recipient = Recipient.of(profile.channel(), profile.ownerId(), profile.contactName(), profile.email());
        return Stream.of(Template.firstFor(assessment, trigger), plain)
                .distinct()
                .map(template -> choose(template, profile.channel(), customerId, assessment, trigger))
                .flatMap(wording -> write(wording, assessment, trigger, recipient).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Our own wording breaks our own rules"));
    }

    Wording choose(Template template, Channel channel, String customerId, Assessment assessment, Trigger trigger) {
        return composer.choose(template, channel, customerId, assessment, trigger);
    }

    List<Wording> wordings(Template template, Channel channel, Assessment assessment) {
        return composer.wordings(template, channel, assessment);
    }

    /** As much of the customer's own as the rules let through; empty when even the least of it breaks one. */
    Optional<Composition> write(Wording wording, Assessment assessment, Trigger trigger, Recipient recipient) {
        return composer.write(wording, assessment, trigger)
                .filter(composition ->
                        lint.findings(composition.draft(), recipient).isEmpty())
                .findFirst();
    }
}
