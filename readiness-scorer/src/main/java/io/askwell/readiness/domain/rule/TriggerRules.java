package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.RelationshipFact.PeerMentioned;
import io.askwell.readiness.domain.signal.RelationshipFact.Renewed;
import io.askwell.readiness.domain.signal.RelationshipFact.Upgraded;
import io.askwell.readiness.domain.signal.ValueFact.ProjectCompleted;
import io.askwell.readiness.domain.signal.ValueFact.QbrCompleted;
import java.time.Duration;
import java.util.List;

/** The moments that let an ask begin; a duration alone is the length of the window. */
public record TriggerRules(
        NpsPromoterTrigger npsPromoter,
        PositiveFeedbackTrigger positiveFeedback,
        MilestoneTrigger milestone,
        Duration projectCompleted,
        Duration renewal,
        Duration upgrade,
        SupportWinTrigger supportWin,
        Duration qbrSuccess,
        PublicPraiseTrigger publicPraise,
        Duration peerMentioned) {

    public TriggerRules {
        Demand.positive("projectCompleted", projectCompleted);
        Demand.positive("renewal", renewal);
        Demand.positive("upgrade", upgrade);
        Demand.positive("qbrSuccess", qbrSuccess);
        Demand.positive("peerMentioned", peerMentioned);
    }

    public List<TriggerRule> inOrder() {
        return List.of(
                npsPromoter.rule(),
                positiveFeedback.ofFeedback(),
                positiveFeedback.ofCsat(),
                milestone,
                new WindowTrigger<>(
                        Trigger.Kind.PROJECT_COMPLETED,
                        ProjectCompleted.class,
                        ProjectCompleted::successful,
                        projectCompleted),
                new WindowTrigger<>(Trigger.Kind.RENEWAL, Renewed.class, _ -> true, renewal),
                new WindowTrigger<>(Trigger.Kind.UPGRADE, Upgraded.class, _ -> true, upgrade),
                supportWin.rule(),
                new WindowTrigger<>(Trigger.Kind.QBR_SUCCESS, QbrCompleted.class, QbrCompleted::positive, qbrSuccess),
                publicPraise.ofMention(),
                publicPraise.ofReview(),
                publicPraise.ofTestimonial(),
                new WindowTrigger<>(Trigger.Kind.PEER_MENTIONED, PeerMentioned.class, _ -> true, peerMentioned));
    }
}
