package io.askwell.readiness.domain;

import io.askwell.readiness.domain.rule.Trigger;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.RelationshipFact.PeerMentioned;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody with a problem whom the customer mentioned, and whom a draft may name. */
public record MentionedPeer(
        String company, @Nullable String name, @Nullable String problem, SignalId evidence) {

    /** The latest mention whose window is open. */
    static @Nullable MentionedPeer of(CustomerSignals signals, List<Trigger> openTriggers) {
        for (Signal<PeerMentioned> mention : signals.of(PeerMentioned.class)) {
            if (isOpen(mention, openTriggers)) {
                var peer = mention.fact();
                return new MentionedPeer(peer.company(), peer.name(), peer.problem(), mention.id());
            }
        }
        return null;
    }

    private static boolean isOpen(Signal<PeerMentioned> mention, List<Trigger> openTriggers) {
        for (Trigger trigger : openTriggers) {
            if (trigger.kind() == Trigger.Kind.PEER_MENTIONED
                    && trigger.evidence().equals(mention.id())) {
                return true;
            }
        }
        return false;
    }
}
