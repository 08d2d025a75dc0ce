package io.askwell.attribution.http;

import io.askwell.attribution.application.AttributionObserver;
import io.askwell.attribution.application.ReferralSearch.Place;
import io.askwell.attribution.application.RuleOnDuplicate;
import io.askwell.attribution.application.RuleOnReview;
import io.askwell.attribution.application.ShowReferrals;
import io.askwell.transport.http.IdempotentCommands;
import io.askwell.transport.http.Page;
import io.askwell.transport.http.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions that wait for a person, and the person's answers. */
@RestController
@RequestMapping("/v1/reviews")
public final class ReviewController {

    private static final String OPEN = "open";

    private final ShowReferrals showReferrals;
    private final RuleOnReview ruleOnReview;
    private final RuleOnDuplicate ruleOnDuplicate;
    private final IdempotentCommands commands;
    private final AttributionObserver observer;

    public ReviewController(
            ShowReferrals showReferrals,
            RuleOnReview ruleOnReview,
            RuleOnDuplicate ruleOnDuplicate,
            IdempotentCommands commands,
            AttributionObserver observer) {
        this.showReferrals = showReferrals;
        this.ruleOnReview = ruleOnReview;
        this.ruleOnDuplicate = ruleOnDuplicate;
        this.commands = commands;
        this.observer = observer;
    }

    @GetMapping
    @Operation(summary = "Open reviews, the oldest first")
    Page<ReviewView> list(
            @Parameter(description = "open, which is also what is meant without it") @RequestParam(defaultValue = OPEN)
                    String status,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        if (!status.equals(OPEN)) {
            throw Refusal.badRequest("status is open: a review that is ruled on shows in its referral");
        }
        int size = Page.size(limit);
        List<ShowReferrals.ListedReview> found = showReferrals.openReviews(Places.after(cursor), size + 1);
        Page<ShowReferrals.ListedReview> page = Page.of(
                found,
                size,
                last -> Places.cursor(
                        new Place(last.review().openedAt(), last.review().reviewId())));
        return new Page<>(page.items().stream().map(ReviewView::of).toList(), page.next());
    }

    @PostMapping("/{reviewId}/ruling")
    @Operation(
            summary = "Rules on a review; answers the referral that asked",
            description = "creditClaim answers who is credited; sameLead answers whether two referrals are of one lead "
                    + "(kinds probable_duplicate and bridging).")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReferralView.class)))
    ResponseEntity<?> rule(
            @PathVariable String reviewId,
            @RequestBody RulingRequest request,
            Authentication person,
            HttpServletRequest http) {
        return commands.answer(http, request, () -> {
            UUID id = Ids.parse(reviewId).orElseThrow(ReviewController::noSuchReview);
            return ruleOnDuplicate.isItsQuestion(id)
                    ? sameLead(request.duplicateCommand(id, Persons.of(person)))
                    : credit(request.command(id, Persons.of(person)));
        });
    }

    private ResponseEntity<ReferralView> credit(RuleOnReview.Command command) {
        return switch (ruleOnReview.rule(command)) {
            case RuleOnReview.Outcome.Ruled ruled -> {
                observer.ruled(List.of(ruled.change()), ruled.review().kind());
                yield ResponseEntity.ok(ReferralView.of(ruled.change().after()));
            }
            case RuleOnReview.Outcome.NoSuchReview _ -> throw noSuchReview();
            case RuleOnReview.Outcome.AlreadyRuled _ -> throw alreadyRuled();
            case RuleOnReview.Outcome.Interested _ -> throw interested();
            case RuleOnReview.Outcome.NoSuchClaim _ ->
                throw Refusal.unprocessable("/creditClaim", "Is no claim of this referral");
        };
    }

    /** Answers the referral that asked; where it is the same lead, it names the one in which it lives on. */
    private ResponseEntity<ReferralView> sameLead(RuleOnDuplicate.Command command) {
        return switch (ruleOnDuplicate.rule(command)) {
            case RuleOnDuplicate.Outcome.Ruled ruled -> {
                observer.ruled(ruled.changes(), ruled.question());
                yield ResponseEntity.ok(showReferrals
                        .one(ruled.referralId())
                        .map(ReferralView::of)
                        .orElseThrow(() -> new IllegalStateException("only referrals ask")));
            }
            case RuleOnDuplicate.Outcome.NoSuchReview _ -> throw noSuchReview();
            case RuleOnDuplicate.Outcome.AlreadyRuled _ -> throw alreadyRuled();
            case RuleOnDuplicate.Outcome.Interested _ -> throw interested();
        };
    }

    private static Refusal interested() {
        return Refusal.forbidden(
                "Who is the lead or claims the referral may gain from the ruling, so somebody else makes it");
    }

    private static Refusal alreadyRuled() {
        return Refusal.conflict("already_ruled", "Somebody has ruled on this review already");
    }

    private static Refusal noSuchReview() {
        return Refusal.notFound("No such review");
    }
}
