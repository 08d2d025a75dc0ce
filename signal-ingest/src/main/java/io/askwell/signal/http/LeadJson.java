package io.askwell.signal.http;

import io.askwell.signal.domain.LeadReport;

/** The JSON forms of what is reported about leads. */
final class LeadJson {

    private LeadJson() {}

    static LeadReport submission(JsonFields fields) {
        return new LeadReport.Submission(
                fields.text("source"),
                fields.text("id"),
                fields.moment("occurredAt"),
                fields.object("lead", LeadJson::lead),
                fields.object("referrer", LeadJson::referrer),
                fields.object("sourcePath", LeadJson::sourcePath),
                fields.text("introductionBasis"),
                fields.text("askId"),
                fields.text("note"));
    }

    static LeadReport update(JsonFields fields) {
        return new LeadReport.Update(
                fields.text("source"),
                fields.text("id"),
                fields.moment("occurredAt"),
                fields.object(
                        "lead", lead -> new LeadReport.LeadReference(lead.text("externalId"), lead.text("email"))),
                fields.text("stage"),
                fields.object("value", LeadJson::value),
                fields.text("owner"),
                fields.text("crmSource"),
                fields.text("reason"));
    }

    private static LeadReport.Lead lead(JsonFields fields) {
        return new LeadReport.Lead(
                fields.text("name"),
                fields.text("email"),
                fields.text("phone"),
                fields.text("country"),
                fields.text("company"),
                fields.text("website"),
                fields.text("title"),
                fields.text("externalId"));
    }

    private static LeadReport.Referrer referrer(JsonFields fields) {
        return new LeadReport.Referrer(
                fields.text("customerId"),
                fields.text("partnerId"),
                fields.text("email"),
                fields.text("name"),
                fields.text("linkCode"));
    }

    private static LeadReport.SourcePath sourcePath(JsonFields fields) {
        return new LeadReport.SourcePath(
                fields.text("channel"),
                fields.text("linkCode"),
                fields.text("clickId"),
                fields.object("utm", LeadJson::utm));
    }

    private static LeadReport.Utm utm(JsonFields fields) {
        return new LeadReport.Utm(fields.text("source"), fields.text("medium"), fields.text("campaign"));
    }

    private static LeadReport.DealValue value(JsonFields fields) {
        return new LeadReport.DealValue(fields.wholeNumber("amountMinor"), fields.text("currency"));
    }
}
