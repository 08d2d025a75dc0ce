package io.askwell.attribution.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who gets the credit for a referral. Every one says why in a sentence, and who decided it. */
public sealed interface Attribution {

    /** The state for those who do not care what else it holds. */
    enum State {
        UNCLAIMED,
        ATTRIBUTED,
        DISPUTED,
        SETTLED
    }

    String note();

    /** The policy with its version, or the person. */
    String decidedBy();

    Optional<Confidence> confidence();

    /** Who is credited. */
    Optional<Referrer> credited();

    /** Nobody is said to have referred the lead. */
    record Unclaimed(String note, String decidedBy) implements Attribution {
        @Override
        public Optional<Confidence> confidence() {
            return Optional.empty();
        }

        @Override
        public Optional<Referrer> credited() {
            return Optional.empty();
        }
    }

    /** The policy credits a referrer. */
    record Attributed(Referrer referrer, Confidence howSure, String note, String decidedBy) implements Attribution {
        @Override
        public Optional<Confidence> confidence() {
            return Optional.of(howSure);
        }

        @Override
        public Optional<Referrer> credited() {
            return Optional.of(referrer);
        }
    }

    /** Only a person can say who is to be credited, and nobody is until then. */
    record Disputed(String note, String decidedBy) implements Attribution {
        @Override
        public Optional<Confidence> confidence() {
            return Optional.of(Confidence.DISPUTED);
        }

        @Override
        public Optional<Referrer> credited() {
            return Optional.empty();
        }
    }

    /**
     * A person ruled.
     *
     * @param referrer null when the person credits nobody
     */
    record Settled(@Nullable Referrer referrer, String note, String decidedBy) implements Attribution {
        @Override
        public Optional<Confidence> confidence() {
            return Optional.of(Confidence.CONFIRMED);
        }

        @Override
        public Optional<Referrer> credited() {
            return Optional.ofNullable(referrer);
        }
    }

    default State state() {
        return switch (this) {
            case Unclaimed _ -> State.UNCLAIMED;
            case Attributed _ -> State.ATTRIBUTED;
            case Disputed _ -> State.DISPUTED;
            case Settled _ -> State.SETTLED;
        };
    }

    /** The same decision with one more sentence to its note. */
    default Attribution noting(String sentence) {
        String longer = note() + " " + sentence;
        return switch (this) {
            case Unclaimed unclaimed -> new Unclaimed(longer, unclaimed.decidedBy);
            case Attributed attributed ->
                new Attributed(attributed.referrer, attributed.howSure, longer, attributed.decidedBy);
            case Disputed disputed -> new Disputed(longer, disputed.decidedBy);
            case Settled settled -> new Settled(settled.referrer, longer, settled.decidedBy);
        };
    }

    /** Whether both credit the same referrer in the same state, whatever their notes say. */
    default boolean decidesLike(Attribution other) {
        return state() == other.state()
                && confidence().equals(other.confidence())
                && credited().equals(other.credited());
    }
}
