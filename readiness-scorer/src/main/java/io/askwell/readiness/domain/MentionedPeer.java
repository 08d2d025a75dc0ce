package io.askwell.readiness.domain;

import io.askwell.readiness.domain.rule.Trigger;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.RelationshipFact.PeerMentioned;
import io.askwell.readiness.domain.signal.SignalId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody with a problem whom the customer mentioned, and whom a draft may name. */
public record MentionedPeer(
        String company, @Nullable String name, @Nullable String problem, SignalId evidence) {

    /** The latest mention whose window is open. */
    static Optional<MentionedPeer> of(CustomerSignals signals, List<Trigger> openTriggers) {
        return signals.of(PeerMentioned.class).stream()
                .filter(mention -> openTriggers.stream()
                        .anyMatch(trigger -> trigger.kind() == Trigger.Kind.PEER_MENTIONED
                                && trigger.evidence().equals(mention.id())))
                .findFirst()
                .map(mention -> new MentionedPeer(
                        mention.fact().company(),
                        mention.fact().name(),
                        mention.fact().problem(),
                        mention.id()));
    }
}
