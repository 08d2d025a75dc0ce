package io.askwell.readiness.domain;

import io.askwell.readiness.domain.rule.Trigger;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.RelationshipFact.PeerMentioned;
import io.askwell.readiness.domain.signal.SignalId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody with a problem whom the customer mentioned, and whom a draft may name. */
public record MentionedPeer(
        String company, @Nullable String name, @Nullable String problem, SignalId evidence) {

    /** The latest mention whose window is open. */
    static Optional<MentionedPeer> of(CustomerSignals signals, List<Trigger> openTriggers) {
        Set<SignalId> open = openTriggers.stream()
                .filter(trigger -> trigger.kind() == Trigger.Kind.PEER_MENTIONED)
                .map(Trigger::evidence)
                .collect(Collectors.toSet());
        return signals.of(PeerMentioned.class).stream()
                .filter(mention -> open.contains(mention.id()))
                .findFirst()
                .map(mention -> new MentionedPeer(
                        mention.fact().company(),
                        mention.fact().name(),
                        mention.fact().problem(),
                        mention.id()));
    }
}
