package io.askwell.ask.http;

import io.askwell.ask.application.FindAsks;
import io.askwell.ask.application.FindAsks.ReferralHistory;
import io.askwell.ask.domain.Objection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** When a customer was asked, what came of it, and when the customer may be asked again. */
@RestController
public final class ReferralHistoryController {

    private final FindAsks findAsks;

    public ReferralHistoryController(FindAsks findAsks) {
        this.findAsks = findAsks;
    }

    @GetMapping("/v1/customers/{customerId}/referral-history")
    public ReferralHistoryView read(@PathVariable String customerId, Authentication caller) {
        return switch (findAsks.history(customerId, Callers.person(caller))) {
            case FindAsks.Found.Answer<ReferralHistory> answer -> ReferralHistoryView.of(answer.value());
            case FindAsks.Found.NotTheirs<ReferralHistory> _ -> throw Refusals.ofAnotherOwner();
            case FindAsks.Found.Nothing<ReferralHistory> _ -> throw Refusals.noSuchCustomer();
        };
    }

    /**
     * @param lastAskAt null when the customer was never asked
     * @param referralsGiven for which the customer is credited now
     * @param referralsConverted those of them that were won
     * @param nextAskEligibleAt null when nothing holds an ask back, or when what does never ends by itself
     * @param heldBackBy why the customer may not be asked now; empty when nothing holds an ask back
     */
    public record ReferralHistoryView(
            String customerId,
            @Nullable Instant lastAskAt,
            int timesAsked,
            int referralsGiven,
            int referralsConverted,
            @Nullable Instant nextAskEligibleAt,
            List<ObjectionView> heldBackBy) {

        static ReferralHistoryView of(ReferralHistory history) {
            return new ReferralHistoryView(
                    history.customerId(),
                    history.lastAskAt().orElse(null),
                    history.timesAsked(),
                    history.referrals().given(),
                    history.referrals().converted(),
                    history.nextAskEligibleAt().orElse(null),
                    history.objections().stream().map(ObjectionView::of).toList());
        }
    }

    /**
     * @param until when it ends by itself; null when only something that happens can end it
     * @param evidence signals as {@code source/id}, or the ids of asks
     */
    public record ObjectionView(String code, @Nullable Instant until, List<String> evidence) {

        static ObjectionView of(Objection objection) {
            return new ObjectionView(objection.code(), objection.until(), objection.evidence());
        }
    }
}
