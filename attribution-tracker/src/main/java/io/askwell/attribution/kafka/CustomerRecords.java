package io.askwell.attribution.kafka;

import io.askwell.attribution.domain.CustomerSignal;
import io.askwell.attribution.domain.CustomerUpdate;
import io.askwell.attribution.domain.FactId;
import io.askwell.schemas.leads.ContactIdentity;
import io.askwell.signals.v1.ProfileDetails;
import io.askwell.signals.v1.SignalPersonalData;
import io.askwell.signals.v1.SignalRecorded;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signals that keep the contract, as far as they say something about who a customer is. A text that is blank says nothing. */
final class CustomerRecords {

    private static final ProfileDetails NO_DETAILS = new ProfileDetails();
    private static final SignalPersonalData NOTHING_PERSONAL = new SignalPersonalData();

    private CustomerRecords() {}

    static CustomerSignal signal(SignalRecorded signal) {
        FactId id = new FactId(signal.getSource(), signal.getId());
        return switch (signal.getKind()) {
            case customer_updated -> new CustomerSignal.Updated(update(id, signal));
            case signal_retracted ->
                new CustomerSignal.Retracted(
                        id,
                        signal.getRevision(),
                        signal.getOccurredAt(),
                        Objects.requireNonNull(
                                Objects.requireNonNull(signal.getCorrection()).getRetracts()));
            default -> new CustomerSignal.Seen(id, signal.getRevision(), signal.getOccurredAt());
        };
    }

    private static CustomerUpdate update(FactId id, SignalRecorded signal) {
        ProfileDetails profile = Objects.requireNonNullElse(signal.getProfile(), NO_DETAILS);
        SignalPersonalData personal = Objects.requireNonNullElse(signal.getPersonal(), NOTHING_PERSONAL);
        Optional<String> email = ContactIdentity.canonicalEmail(said(personal.getEmail()));
        return new CustomerUpdate(
                id,
                signal.getRevision(),
                signal.getOccurredAt(),
                said(personal.getContactName()),
                email.orElse(null),
                email.flatMap(ContactIdentity::registrableDomainOfEmail).orElse(null),
                said(profile.getCompany()),
                profile.getSignedUpAt(),
                profile.getContractSignedAt());
    }

    /** Without U+0000, which says nothing and which the database cannot keep. */
    private static @Nullable String said(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(words -> words.replace("\0", ""))
                .filter(words -> !words.isBlank())
                .orElse(null);
    }
}
