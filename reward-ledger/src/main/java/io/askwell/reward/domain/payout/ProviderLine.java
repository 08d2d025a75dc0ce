package io.askwell.reward.domain.payout;

import io.askwell.reward.domain.ledger.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the provider's file: what it says of the payment that it was given under this key. */
public record ProviderLine(
        UUID itemKey,
        Money amount,
        PayoutItem.Status status,
        @Nullable String providerRef) {}
