package io.askwell.reward.kafka;

import io.askwell.event.v1.Segment;
import io.askwell.readiness.v1.ReadinessAssessed;
import io.askwell.readiness.v1.ReadinessPersonalData;
import io.askwell.reward.application.Profiles;
import io.askwell.reward.domain.CustomerProfile;
import io.askwell.schemas.leads.ContactIdentity;
import io.askwell.transport.kafka.PoisonRecordException;
import io.askwell.transport.kafka.RecordHandler;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads who the customers are from their assessments: that is where everybody finds the profile as it is known now. */
public final class ProfileListener implements RecordHandler<ReadinessAssessed> {

    public static final String GROUP = "reward-ledger.profiles";

    private final Profiles profiles;

    public ProfileListener(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public void handle(ConsumerRecord<String, @Nullable ReadinessAssessed> record) {
        ReadinessAssessed assessed = record.value();
        if (assessed == null) {
            throw new PoisonRecordException("no_value", "An assessment has a value");
        }
        if (!assessed.getCustomerId().equals(record.key())) {
            throw new PoisonRecordException("wrong_key", "The key is not the customer of the assessment");
        }
        profiles.keep(
                assessed.getCustomerId(),
                new CustomerProfile(
                        segment(assessed.getProfile().getSegment()),
                        emailDomain(assessed.getPersonal()).orElse(null)),
                assessed.getMeta().getRecordedAt());
    }

    private static io.askwell.reward.domain.Segment segment(@Nullable Segment segment) {
        return switch (segment) {
            case smb -> io.askwell.reward.domain.Segment.SMB;
            case mid_market -> io.askwell.reward.domain.Segment.MID_MARKET;
            case enterprise -> io.askwell.reward.domain.Segment.ENTERPRISE;
            case mission_driven -> io.askwell.reward.domain.Segment.MISSION_DRIVEN;
            case UNRECOGNIZED -> io.askwell.reward.domain.Segment.UNKNOWN;
            case null -> io.askwell.reward.domain.Segment.UNKNOWN;
        };
    }

    private static Optional<String> emailDomain(@Nullable ReadinessPersonalData personal) {
        return Optional.ofNullable(personal)
                .flatMap(known -> ContactIdentity.canonicalEmail(known.getEmail()))
                .flatMap(ContactIdentity::registrableDomainOfEmail);
    }
}
