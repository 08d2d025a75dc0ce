package io.askwell.attribution.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the CRM says happened to a lead.
 *
 * @param value of the deal for deal_won, of the refund for refunded
 * @param owner person who works the lead; null when the report does not say
 * @param crmSource what the CRM has as lead source
 */
public record StageReport(
        FactId id,
        Instant occurredAt,
        LeadIdentity identity,
        Stage stage,
        @Nullable Money value,
        @Nullable String owner,
        @Nullable String crmSource)
        implements LeadFact {

    @Override
    public Lead lead() {
        return Lead.knownBy(identity);
    }
}
