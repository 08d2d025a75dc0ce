package io.askwell.ask.domain.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of the few signals that the drafter reads for itself. */
public sealed interface AskingSignal {

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
        return later != 0 ? later > 0 : mine.content().compareTo(theirs.content()) > 0;
    }
}
