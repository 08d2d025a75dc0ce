package io.askwell.reward.domain.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The head of the chain as it was told to the world: whoever heard of it can tell later whether the books still lead up to it, even
 * if somebody made the whole chain anew.
 *
 * @param position of the link
 * @param hash of the link, in hexadecimal
 */
public record Anchor(long position, String hash, Instant at) {

    /**
     * Empty as long as nothing was booked since the last one, or the last one is younger than the pause.
     *
     * @param last null when there is none yet
     */
    public static Optional<Anchor> due(@Nullable ChainLink head, @Nullable Anchor last, Duration pause, Instant now) {
        if (head == null || (last != null && (head.position() <= last.position || now.isBefore(last.at.plus(pause))))) {
            return Optional.empty();
        }
        return Optional.of(new Anchor(head.position(), head.hash(), now));
    }
}
