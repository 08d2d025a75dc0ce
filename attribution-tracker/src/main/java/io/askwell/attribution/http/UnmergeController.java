package io.askwell.attribution.http;

import io.askwell.attribution.application.AttributionObserver;
import io.askwell.attribution.application.ShowReferrals;
import io.askwell.attribution.application.UnmergeReferral;
import io.askwell.transport.http.IdempotentCommands;
import io.askwell.transport.http.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes merges back. */
@RestController
public final class UnmergeController {

    private final UnmergeReferral unmergeReferral;
    private final ShowReferrals showReferrals;
    private final IdempotentCommands commands;
    private final AttributionObserver observer;

    public UnmergeController(
            UnmergeReferral unmergeReferral,
            ShowReferrals showReferrals,
            IdempotentCommands commands,
            AttributionObserver observer) {
        this.unmergeReferral = unmergeReferral;
        this.showReferrals = showReferrals;
        this.commands = commands;
        this.observer = observer;
    }

    @PostMapping("/v1/referrals/{referralId}/unmerge")
    @Operation(
            summary = "Takes a merge back; answers the referral as it is then",
            description = "Of the referral that was merged, or of the survivor: then of what was merged into it last. "
                    + "Each fact goes where its keys say, and only a person joins the two again.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReferralView.class)))
    ResponseEntity<?> unmerge(
            @PathVariable String referralId,
            @RequestBody UnmergeRequest request,
            Authentication person,
            HttpServletRequest http) {
        return commands.answer(http, request, () -> {
            UUID id = Ids.parse(referralId).orElseThrow(UnmergeController::noSuchReferral);
            return switch (unmergeReferral.unmerge(request.command(id, person.getName()))) {
                case UnmergeReferral.Outcome.Unmerged unmerged -> {
                    observer.unmerged(unmerged.changes());
                    yield ResponseEntity.ok(showReferrals
                            .one(id)
                            .map(ReferralView::of)
                            .orElseThrow(() -> new IllegalStateException("what was unmerged is a referral")));
                }
                case UnmergeReferral.Outcome.NoSuchReferral _ -> throw noSuchReferral();
                case UnmergeReferral.Outcome.NotMerged _ ->
                    throw Refusal.conflict("not_merged", "No merge of this referral can be taken back");
            };
        });
    }

    private static Refusal noSuchReferral() {
        return Refusal.notFound("No such referral");
    }
}
