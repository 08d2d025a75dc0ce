package io.askwell.reward.http;

import io.askwell.reward.application.SettlePayouts.Said;
import io.askwell.reward.domain.payout.PayoutResult;
import io.askwell.transport.http.Refusal;
import io.askwell.transport.http.Refusal.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the provider says of some items of a batch, in any order, each reward once. */
record SettlementRequest(@Nullable List<@Nullable Result> results) {

    /**
     * @param outcome paid, failed or unknown
     * @param providerRef under which the provider knows the payment; required for paid
     * @param reason in the provider's words
     */
    record Result(
            @Nullable UUID rewardId,
            @Nullable String outcome,
            @Nullable String providerRef,
            @Nullable String reason) {

        private Optional<PayoutResult> result(String pointer, List<Violation> violations) {
            String refPointer = pointer + "/providerRef";
            String why = Texts.optional(reason, Texts.LONGEST_REASON, pointer + "/reason", violations);
            return switch (outcome) {
                case "paid" ->
                    Optional.of(new PayoutResult.Paid(
                            Texts.required(
                                    providerRef,
                                    Texts.LONGEST_REFERENCE,
                                    refPointer,
                                    "what is paid has a reference of the provider",
                                    violations),
                            why));
                case "failed" -> Optional.of(new PayoutResult.Failed(reference(refPointer, violations), why));
                case "unknown" -> Optional.of(new PayoutResult.Unknown(reference(refPointer, violations), why));
                case null, default -> {
                    violations.add(new Violation(pointer + "/outcome", "paid, failed or unknown"));
                    yield Optional.empty();
                }
            };
        }

        private @Nullable String reference(String pointer, List<Violation> violations) {
            return Texts.optional(providerRef, Texts.LONGEST_REFERENCE, pointer, violations);
        }
    }

    static String pointer(int place) {
        return "/results/" + place;
    }

    List<Said> said() {
        if (results == null || results.isEmpty()) {
            throw Refusal.unprocessable("/results", "at least one result");
        }
        List<Violation> violations = new ArrayList<>();
        Set<UUID> named = new HashSet<>();
        List<Said> said = new ArrayList<>();
        for (int place = 0; place < results.size(); place++) {
            Result result = results.get(place);
            if (result == null) {
                violations.add(new Violation(pointer(place), "a result"));
                continue;
            }
            UUID rewardId = result.rewardId();
            if (rewardId == null) {
                violations.add(new Violation(pointer(place) + "/rewardId", "the id of a reward"));
            } else if (!named.add(rewardId)) {
                violations.add(new Violation(pointer(place) + "/rewardId", "named before in this request"));
            }
            result.result(pointer(place), violations)
                    .filter(_ -> rewardId != null)
                    .ifPresent(known -> said.add(new Said(Objects.requireNonNull(rewardId), known)));
        }
        if (!violations.isEmpty()) {
            throw Refusal.unprocessable(violations);
        }
        return said;
    }
}
