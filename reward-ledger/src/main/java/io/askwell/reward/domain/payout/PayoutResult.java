package io.askwell.reward.domain.payout;

import org.jspecify.annotations.Nullable;

/** What the provider says became of one payment. */
public sealed interface PayoutResult {

    /** Under which the provider knows the payment. */
    @Nullable
    String providerRef();

    /** In the provider's words. */
    @Nullable
    String reason();

    record Paid(String providerRef, @Nullable String reason) implements PayoutResult {}

    record Failed(@Nullable String providerRef, @Nullable String reason) implements PayoutResult {}

    /** The provider did not answer, or does not know either. It may have paid, so nobody may pay again before it is asked. */
    record Unknown(@Nullable String providerRef, @Nullable String reason) implements PayoutResult {}
}
