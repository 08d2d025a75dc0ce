package io.askwell.reward.http;

import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.payout.PayoutItem.Status;
import io.askwell.reward.domain.payout.ProviderLine;
import io.askwell.transport.http.Refusal;
import io.askwell.transport.http.Refusal.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line of the provider's file.
 *
 * @param itemKey under which the payment was sent
 * @param status open, paid, failed or unknown
 */
record ProviderLineRequest(
        @Nullable UUID itemKey,
        @Nullable Amount amount,
        @Nullable String status,
        @Nullable String providerRef) {

    record Amount(@Nullable Long amountMinor, @Nullable String currency) {

        private Optional<Money> money() {
            return amountMinor == null || amountMinor < 0 || currency == null || !currency.matches("[A-Z]{3}")
                    ? Optional.empty()
                    : Optional.of(new Money(amountMinor, currency));
        }
    }

    static List<ProviderLine> lines(List<@Nullable ProviderLineRequest> file) {
        List<Violation> violations = new ArrayList<>();
        List<ProviderLine> lines = new ArrayList<>();
        for (int place = 0; place < file.size(); place++) {
            ProviderLineRequest line = file.get(place);
            if (line == null) {
                violations.add(new Violation("/" + place, "a line of the provider's file"));
            } else {
                line.checked("/" + place, violations).ifPresent(lines::add);
            }
        }
        if (!violations.isEmpty()) {
            throw Refusal.unprocessable(violations);
        }
        return lines;
    }

    private Optional<ProviderLine> checked(String pointer, List<Violation> violations) {
        int before = violations.size();
        if (itemKey == null) {
            violations.add(new Violation(pointer + "/itemKey", "the key under which the payment was sent"));
        }
        Optional<Money> money = amount == null ? Optional.empty() : amount.money();
        if (money.isEmpty()) {
            violations.add(new Violation(pointer + "/amount", "an amount in minor units and its currency"));
        }
        Optional<Status> told = Arrays.stream(Status.values())
                .filter(candidate -> Word.of(candidate).equals(status))
                .findFirst();
        if (told.isEmpty()) {
            violations.add(new Violation(
                    pointer + "/status",
                    Arrays.stream(Status.values()).map(Word::of).collect(Collectors.joining(", "))));
        }
        String reference = Texts.optional(providerRef, Texts.LONGEST_REFERENCE, pointer + "/providerRef", violations);
        return violations.size() > before
                ? Optional.empty()
                : Optional.of(new ProviderLine(
                        Objects.requireNonNull(itemKey), money.orElseThrow(), told.orElseThrow(), reference));
    }
}
