package io.askwell.ask.domain.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.ask.domain.customer.Assessment.SignalPosition;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One of the few signals that the drafter reads for itself. */
public sealed interface AskingSignal {

    /** The order of the UTF-8 bytes, which settles every tie. */
    Comparator<String> BY_BYTES = (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));

    Identity identity();

    /** An ask that was made by hand, outside Askwell. */
    record AskRecorded(Identity identity) implements AskingSignal {}

    /** @param response null while the answer is only a text that nobody has classified */
    record AskAnswered(
            Identity identity, String askId, @Nullable AskResponse response) implements AskingSignal {}

    /**
     * The customer's own wish. A null leaves that field as it was wished before.
     *
     * @param maxPerQuarter asks in any 90 days, 0 or more
     */
    record LimitsSet(
            Identity identity,
            @Nullable Integer maxPerQuarter,
            @Nullable Instant notBefore,
            @Nullable Boolean never) implements AskingSignal {}

    /** @param retracts the {@code source/id} of the signal that counts as never sent */
    record Retracted(Identity identity, String retracts) implements AskingSignal {}

    /**
     * A later version of a signal that is not about asking: a draft may cite what it replaced.
     *
     * @param at where on the log this version was read first
     */
    record Revised(Identity identity, SignalPosition at) implements AskingSignal {
        /** The same version once more is no news: it came when it first came. */
        @Override
        public boolean replaces(AskingSignal other) {
            if (!(other instanceof Revised known)) {
                return false;
            }
            int higher = Integer.compare(identity.revision(), known.identity().revision());
            return higher != 0 ? higher > 0 : at.offset() < known.at().offset();
        }
    }

    /**
     * What makes a signal the same signal, and which of its versions this is.
     *
     * @param signal {@code source/id}, the identity within the customer
     * @param revision 0 and up; the highest of one identity counts
     * @param content the canonical text of the whole signal, which settles ties between versions
     */
    record Identity(String signal, int revision, Instant occurredAt, String content) {}

    default Instant occurredAt() {
        return identity().occurredAt();
    }

    /**
     * Whether this version of a signal replaces another version of it: the higher revision, then the later occurrence, then
     * the greater bytes, so that the winner does not depend on the order of arrival. A revision keeps its kind.
     */
    default boolean replaces(AskingSignal other) {
        if (getClass() != other.getClass()) {
            return false;
        }
        Identity mine = identity();
        Identity theirs = other.identity();
        if (mine.revision() != theirs.revision()) {
            return mine.revision() > theirs.revision();
        }
        int later = mine.occurredAt().compareTo(theirs.occurredAt());
        return later != 0 ? later > 0 : BY_BYTES.compare(mine.content(), theirs.content()) > 0;
    }
}
