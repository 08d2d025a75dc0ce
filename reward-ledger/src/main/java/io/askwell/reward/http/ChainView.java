package io.askwell.reward.http;

import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.ledger.Anchor;
import io.askwell.reward.domain.ledger.ChainCheck;
import io.askwell.reward.domain.ledger.ChainLink;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the chain.
 *
 * @param head the newest link; null as long as nothing was booked
 * @param anchor the newest that was published
 * @param verification null when none was asked for
 */
record ChainView(
        List<ChainLink> items,
        @Nullable String next,
        @Nullable ChainLink head,
        @Nullable AnchorView anchor,
        @Nullable VerificationView verification) {

    record AnchorView(long position, String hash, Instant at) {

        static @Nullable AnchorView of(@Nullable Anchor anchor) {
            return anchor == null ? null : new AnchorView(anchor.position(), anchor.hash(), anchor.at());
        }
    }

    /**
     * @param links how many are whole, from the first one on
     * @param brokenAt the link at which the chain breaks first
     */
    record VerificationView(
            boolean whole,
            long links,
            @Nullable Long brokenAt,
            @Nullable String reason) {

        static VerificationView of(ChainCheck.Finding finding) {
            return switch (finding) {
                case ChainCheck.Finding.Whole whole -> new VerificationView(true, whole.links(), null, null);
                case ChainCheck.Finding.Broken broken ->
                    new VerificationView(false, broken.position() - 1, broken.position(), Word.of(broken.reason()));
            };
        }
    }
}
