package io.askwell.signal.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to a person who was referred, or on the way to it. */
public sealed interface LeadReport extends Report {

    /** Somebody was referred. */
    record Submission(
            @Nullable String source,
            @Nullable String id,
            @Nullable Instant occurredAt,
            @Nullable Lead lead,
            @Nullable Referrer referrer,
            @Nullable SourcePath sourcePath,
            @Nullable String introductionBasis,
            @Nullable String askId,
            @Nullable String note)
            implements LeadReport {

        @Override
        public String kind() {
            return "submitted";
        }
    }

    /** What the CRM says became of the lead. */
    record Update(
            @Nullable String source,
            @Nullable String id,
            @Nullable Instant occurredAt,
            @Nullable LeadReference lead,
            @Nullable String stage,
            @Nullable DealValue value,
            @Nullable String owner,
            @Nullable String crmSource,
            @Nullable String reason)
            implements LeadReport {

        @Override
        public String kind() {
            return "updated";
        }
    }

    /**
     * A referral link exists.
     *
     * @param target name of the page to which it leads
     * @param madeBy who asked for it
     */
    record LinkMade(
            String source,
            String id,
            Instant occurredAt,
            String linkCode,
            @Nullable String customerId,
            @Nullable String partnerId,
            String target,
            String madeBy)
            implements LeadReport {

        @Override
        public String kind() {
            return "link_made";
        }
    }

    /** Somebody followed a referral link. */
    record Click(String source, String id, Instant occurredAt, String linkCode, String clickId) implements LeadReport {

        @Override
        public String kind() {
            return "clicked";
        }
    }

    /** @param country ISO 3166-1 alpha-2; says how a national phone number is read */
    record Lead(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String country,
            @Nullable String company,
            @Nullable String website,
            @Nullable String title,
            @Nullable String externalId) {}

    record LeadReference(
            @Nullable String externalId, @Nullable String email) {}

    record Referrer(
            @Nullable String customerId,
            @Nullable String partnerId,
            @Nullable String email,
            @Nullable String name,
            @Nullable String linkCode) {}

    record SourcePath(
            @Nullable String channel,
            @Nullable String linkCode,
            @Nullable String clickId,
            @Nullable Utm utm) {}

    record Utm(
            @Nullable String source,
            @Nullable String medium,
            @Nullable String campaign) {}

    record DealValue(@Nullable Long amountMinor, @Nullable String currency) {}
}
