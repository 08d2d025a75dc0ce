package io.askwell.attribution;

import io.askwell.event.v1.IntroductionBasis;
import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.Money;
import io.askwell.event.v1.SourceChannel;
import io.askwell.event.v1.SourcePath;
import io.askwell.leads.v1.ClaimedReferrer;
import io.askwell.leads.v1.LeadKind;
import io.askwell.leads.v1.LeadPersonalData;
import io.askwell.leads.v1.LeadReported;
import io.askwell.leads.v1.LeadSubmission;
import io.askwell.leads.v1.LeadUpdate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Lead records with safe defaults: what a test does not say does not matter to it. */
final class LeadRecord {

    static final Instant NOON = Instant.parse("2026-10-02T12:00:00Z");

    /** Each is received a day after the one before: no test is surprised by how fast the others name leads. */
    private static final AtomicInteger SUBMISSIONS = new AtomicInteger();

    private LeadRecord() {}

    /** A form that names customer C-100. */
    static LeadReported submission(String email) {
        return submission(email, "C-100", SourceChannel.form);
    }

    static LeadReported submission(@Nullable String email, @Nullable String customerId, SourceChannel channel) {
        return LeadReported.newBuilder()
                .setSource("website-form")
                .setId(UUID.randomUUID().toString())
                .setKind(LeadKind.submitted)
                .setOccurredAt(NOON)
                .setRecordedAt(NOON.plus(Duration.ofDays(SUBMISSIONS.incrementAndGet())))
                .setSubmission(LeadSubmission.newBuilder()
                        .setReferrer(ClaimedReferrer.newBuilder()
                                .setCustomerId(customerId)
                                .build())
                        .setSourcePath(
                                SourcePath.newBuilder().setChannel(channel).build())
                        .setIntroductionBasis(IntroductionBasis.advocate_introduced)
                        .build())
                .setPersonal(LeadPersonalData.newBuilder()
                        .setName(nameOf(email))
                        .setEmail(email)
                        .build())
                .build();
    }

    /** Nobody has the name of another lead, or a name like it; what has no address has a new one each time. */
    static String nameOf(@Nullable String email) {
        UUID id = email == null ? UUID.randomUUID() : UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8));
        StringBuilder letters = new StringBuilder();
        id.toString()
                .replace("-", "")
                .chars()
                .limit(16)
                .forEach(digit -> letters.append((char) ('a' + Character.digit(digit, 16))));
        return letters.insert(8, ' ').toString();
    }

    static LeadReported update(@Nullable String email, @Nullable String externalId, LeadStage stage) {
        return LeadReported.newBuilder()
                .setSource("hubspot")
                .setId(UUID.randomUUID().toString())
                .setKind(LeadKind.updated)
                .setOccurredAt(NOON.plusSeconds(3600))
                .setUpdate(LeadUpdate.newBuilder()
                        .setExternalId(externalId)
                        .setStage(stage)
                        .setOwner("rep-7")
                        .build())
                .setPersonal(LeadPersonalData.newBuilder().setEmail(email).build())
                .build();
    }

    static Money dollars(long amount) {
        return new Money(amount * 100, "USD");
    }
}
