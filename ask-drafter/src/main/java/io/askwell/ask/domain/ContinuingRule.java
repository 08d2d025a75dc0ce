package io.askwell.ask.domain;

import io.askwell.ask.domain.Ask.Open;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether an ask that was drafted may be opened, approved, released, or returned from deferral, given what is known now. More
 * points or more triggers change nothing.
 */
sealed interface ContinuingRule extends AskRule {

    List<Objection> objections(Customer customer, Open ask);

    /** No concern stands, and none came and went since the ask was opened. */
    record NoConcern() implements ContinuingRule {
        @Override
        public List<Objection> objections(Customer customer, Open ask) {
            return reasons(customer, ask).stream().map(Objection::of).toList();
        }

        static List<Reason> reasons(Customer customer, Ask ask) {
            Assessment latest = customer.requireAssessment();
            if (latest.isHold()) {
                return latest.holdReasons();
            }
            return isLater(latest.lastConcernAt(), ask.proposal().concernsKnownThrough())
                    ? List.of(Reason.of("concern_since_opening"))
                    : List.of();
        }

        private static boolean isLater(@Nullable Instant concern, @Nullable Instant known) {
            return concern != null && (known == null || concern.isAfter(known));
        }
    }

    record NotTooEarly() implements ContinuingRule {
        @Override
        public List<Objection> objections(Customer customer, Open ask) {
            return customer.requireAssessment().tooEarlyReasons().stream()
                    .map(Objection::of)
                    .toList();
        }
    }

    record BandHolds() implements ContinuingRule {
        @Override
        public List<Objection> objections(Customer customer, Open ask) {
            return ask.proposal()
                            .mode()
                            .isCarriedBy(customer.requireAssessment().band())
                    ? List.of()
                    : List.of(Objection.lasting("band_below_mode", List.of()));
        }
    }

    record EvidenceNotRetracted() implements ContinuingRule {
        @Override
        public List<Objection> objections(Customer customer, Open ask) {
            Set<String> retracted = customer.signals().retracted();
            return Objection.ifAny(
                    "evidence_retracted",
                    ask.proposal().evidence().stream()
                            .filter(retracted::contains)
                            .toList());
        }
    }

    /** A version that the assessment behind the draft knew is no news to the draft. */
    record EvidenceNotRevised() implements ContinuingRule {
        @Override
        public List<Objection> objections(Customer customer, Open ask) {
            Proposal proposal = ask.proposal();
            return Objection.ifAny(
                    "evidence_revised",
                    customer.signals().revisedBeyond(proposal.coveredThrough(), proposal.evidence()));
        }
    }
}
