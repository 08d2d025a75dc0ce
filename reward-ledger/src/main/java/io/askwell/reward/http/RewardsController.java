package io.askwell.reward.http;

import io.askwell.reward.application.DecideOnReward;
import io.askwell.reward.application.Rewards;
import io.askwell.reward.domain.Decision;
import io.askwell.reward.domain.RewardState;
import io.askwell.reward.domain.Word;
import io.askwell.transport.http.IdempotentCommands;
import io.askwell.transport.http.Page;
import io.askwell.transport.http.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rewards and the decisions on them. */
@RestController
@RequestMapping("/v1/rewards")
public final class RewardsController {

    private final Rewards rewards;
    private final DecideOnReward decideOnReward;
    private final IdempotentCommands commands;
    private final InstantSource clock;

    public RewardsController(
            Rewards rewards, DecideOnReward decideOnReward, IdempotentCommands commands, InstantSource clock) {
        this.rewards = rewards;
        this.decideOnReward = decideOnReward;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping
    Page<RewardView> list(
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String referralId,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        int size = Page.size(limit);
        List<Rewards.Listed> found = rewards.list(state(state), referralId, Positions.after(cursor), size + 1);
        Page<Rewards.Listed> page = Page.of(found, size, last -> Positions.cursor(last.position()));
        return new Page<>(
                page.items().stream()
                        .map(listed -> RewardView.of(listed.reward()))
                        .toList(),
                page.next());
    }

    @GetMapping("/{rewardId}")
    RewardView find(@PathVariable String rewardId) {
        return rewards.find(id(rewardId)).map(RewardView::of).orElseThrow(RewardsController::noSuchReward);
    }

    @PostMapping("/{rewardId}/decision")
    ResponseEntity<?> decide(
            @PathVariable String rewardId,
            @RequestBody DecisionRequest request,
            Authentication person,
            HttpServletRequest http) {
        return commands.answer(http, request, () -> {
            Decision decision = request.by(person.getName(), clock.instant());
            return switch (decideOnReward.decide(id(rewardId), decision)) {
                case DecideOnReward.Outcome.Decided decided -> ResponseEntity.ok(RewardView.of(decided.reward()));
                case DecideOnReward.Outcome.NotAwaitingApproval elsewhere ->
                    refused(
                            http,
                            Refusal.conflict(
                                    "not_awaiting_approval",
                                    "The reward is " + Word.of(elsewhere.state()) + " already"));
                case DecideOnReward.Outcome.ApprovedBySamePerson _ ->
                    refused(
                            http,
                            Refusal.conflict(
                                    "needs_another_person", "You have approved it already; it needs a second person"));
                case DecideOnReward.Outcome.NoSuchReward _ -> throw noSuchReward();
            };
        });
    }

    /** Answered and not thrown: an exception would undo what other people decide in the same transaction. */
    private static ResponseEntity<ProblemDetail> refused(HttpServletRequest http, Refusal refusal) {
        ProblemDetail problem = refusal.toProblem();
        problem.setInstance(URI.create(http.getRequestURI()));
        return ResponseEntity.of(problem).build();
    }

    /** What is not an id is the id of no reward. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw noSuchReward();
        }
    }

    private static @Nullable RewardState state(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(RewardState.values())
                .filter(state -> Word.of(state).equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest("state is one of "
                        + Arrays.stream(RewardState.values()).map(Word::of).collect(Collectors.joining(", "))));
    }

    private static Refusal noSuchReward() {
        return Refusal.notFound("No such reward");
    }
}
