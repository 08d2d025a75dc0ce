package io.askwell.ask.kafka;

import io.askwell.ask.domain.customer.AskResponse;
import io.askwell.ask.domain.customer.AskingSignal;
import io.askwell.ask.domain.customer.AskingSignal.AskAnswered;
import io.askwell.ask.domain.customer.AskingSignal.AskRecorded;
import io.askwell.ask.domain.customer.AskingSignal.Identity;
import io.askwell.ask.domain.customer.AskingSignal.LimitsSet;
import io.askwell.ask.domain.customer.AskingSignal.Retracted;
import io.askwell.ask.domain.customer.AskingSignal.Revised;
import io.askwell.ask.domain.customer.Assessment.SignalPosition;
import io.askwell.signals.v1.AskingDetails;
import io.askwell.signals.v1.SignalRecorded;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A signal about asking from Avro. */
final class AskingSignalReader {

    private AskingSignalReader() {}

    /**
     * Empty for a kind that does not concern asking, unless it is a later version of what a draft may cite.
     *
     * @param at where on the log it was read
     */
    static Optional<AskingSignal> read(SignalRecorded signal, SignalPosition at) {
        return switch (signal.getKind()) {
            case ask_recorded -> Optional.of(new AskRecorded(identity(signal)));
            case ask_answered -> Optional.of(answered(signal, Objects.requireNonNull(signal.getAsking())));
            case ask_limits_set -> Optional.of(limits(signal, signal.getAsking()));
            case signal_retracted -> Optional.of(new Retracted(identity(signal), retracts(signal)));
            default -> signal.getRevision() == 0 ? Optional.empty() : Optional.of(new Revised(identity(signal), at));
        };
    }

    /** The personal record is no part of the content: it says nothing that the drafter acts on. */
    private static Identity identity(SignalRecorded signal) {
        return new Identity(
                signal.getSource() + "/" + signal.getId(),
                signal.getRevision(),
                signal.getOccurredAt(),
                signal.getAsking() + " " + signal.getCorrection());
    }

    private static AskAnswered answered(SignalRecorded signal, AskingDetails details) {
        return new AskAnswered(identity(signal), Objects.requireNonNull(details.getAskId()), response(details));
    }

    private static @Nullable AskResponse response(AskingDetails details) {
        return switch (details.getResponse()) {
            case null -> null;
            case enthusiastic_yes -> AskResponse.ENTHUSIASTIC_YES;
            case hesitant_maybe -> AskResponse.HESITANT_MAYBE;
            case polite_no -> AskResponse.POLITE_NO;
            case referral_given -> AskResponse.REFERRAL_GIVEN;
            case UNRECOGNIZED -> null;
        };
    }

    private static LimitsSet limits(SignalRecorded signal, @Nullable AskingDetails details) {
        return details == null
                ? new LimitsSet(identity(signal), null, null, null)
                : new LimitsSet(
                        identity(signal), details.getMaxPerQuarter(), details.getNotBefore(), details.getNever());
    }

    private static String retracts(SignalRecorded signal) {
        return Objects.requireNonNull(
                Objects.requireNonNull(signal.getCorrection()).getRetracts());
    }
}
