package io.askwell.attribution.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.attribution.domain.Channel;
import io.askwell.attribution.domain.CustomerProfile;
import io.askwell.attribution.domain.CustomerSignals;
import io.askwell.attribution.domain.CustomerUpdate;
import io.askwell.attribution.domain.FactId;
import io.askwell.attribution.domain.IntroductionBasis;
import io.askwell.attribution.domain.Lead;
import io.askwell.attribution.domain.LeadIdentity;
import io.askwell.attribution.domain.LinkClick;
import io.askwell.attribution.domain.LinkMade;
import io.askwell.attribution.domain.Merge;
import io.askwell.attribution.domain.Money;
import io.askwell.attribution.domain.Referrer;
import io.askwell.attribution.domain.ReviewKind;
import io.askwell.attribution.domain.Ruling;
import io.askwell.attribution.domain.SourcePath;
import io.askwell.attribution.domain.Stage;
import io.askwell.attribution.domain.StageReport;
import io.askwell.attribution.domain.Submission;
import io.askwell.attribution.domain.matching.Contribution;
import io.askwell.attribution.domain.matching.Level;
import io.askwell.attribution.domain.matching.MatchScore;
import io.askwell.attribution.domain.note.Candidate;
import io.askwell.attribution.domain.note.Mention;
import io.askwell.attribution.domain.note.Span;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was stored once is read for ever: these texts are never edited, new ones are added below them. */
class StoredJsonTest {

    private static final Instant AT = Instant.parse("2026-10-02T12:00:00.123456Z");

    private static final String SUBMISSION_1 = """
            {"id":{"source":"website-form","id":"form-881"},"occurredAt":"2026-10-02T12:00:00.123456Z",\
            "identity":{"email":"sam.roe@acme.example","externalId":"CRM-77"},\
            "lead":{"name":"Sam Roe","email":"sam.roe@acme.example","phone":"+14155550101","company":"Acme, Inc.","title":"COO"},\
            "referrers":[{"kind":"CUSTOMER","id":"C-100"},{"kind":"LINK","id":"L-1"}],"selfReferral":true,\
            "sourcePath":{"channel":"FORM","linkCode":"L-1","clickId":"k-1","utm":{"source":"s","medium":"m","campaign":"c"}},\
            "introductionBasis":"ADVOCATE_INTRODUCED","askId":"ask-1","correlationId":"corr-1"}""";

    private static final String SUBMISSION_2 = SUBMISSION_1.replace("\"COO\"}", """
            "COO","website":"acme.example","country":"US","emailAsGiven":"Sam.Roe@Acme.example"}""");

    private static final String SUBMISSION_3 = SUBMISSION_1.replace("\"corr-1\"}", """
            "corr-1","mentions":[{"candidates":[{"kind":"customer_id","customerId":"C-100","span":{"start":12,"end":17}},\
            {"kind":"address","address":"f00d","span":{"start":12,"end":17}},\
            {"kind":"person","name":"danafox","companies":["acme"],"span":{"start":12,"end":20}}]}],\
            "emailDomain":"acme.example","referrerDomain":"other.example",\
            "receivedAt":"2026-10-02T12:00:00.123456Z"}""");

    private static final String SUBMISSION_4 = SUBMISSION_1.replace("\"corr-1\"}", "\"corr-1\",\"mentions\":[]}");

    private static final String SUBMISSION_5 =
            SUBMISSION_3.replace("\"address\":\"f00d\",", "\"address\":\"f00d\",\"domain\":\"fox.example\",");

    private static final String CUSTOMER_SIGNALS_1 = """
            {"customerId":"C-100","version":2,"firstSignalAt":"2026-10-02T12:00:00.123456Z",\
            "updates":[{"id":{"source":"crm","id":"1"},"revision":1,"occurredAt":"2026-10-02T12:00:00.123456Z",\
            "contactName":"Dana Fox","email":"dana@fox.example","emailDomain":"fox.example","company":"Fox Freight",\
            "signedUpAt":"2026-10-02T12:00:00.123456Z"}],"retracted":["crm/2"]}""";

    private static final String CUSTOMER_PROFILE_1 = """
            {"customerId":"C-100","version":2,"since":"2026-10-02T12:00:00.123456Z","contactName":"Dana Fox",\
            "email":"dana@fox.example","emailDomain":"fox.example","company":"Fox Freight"}""";

    private static final String STAGE_REPORT_1 = """
            {"id":{"source":"hubspot","id":"crm-5"},"occurredAt":"2026-10-02T12:00:00.123456Z",\
            "identity":{"externalId":"CRM-77"},"stage":"DEAL_WON","value":{"amountMinor":2500000,"currency":"USD"},\
            "owner":"rep-7","crmSource":"referral"}""";

    private static final String RULING_1 = """
            {"reviewId":"00000000-0000-0001-0000-000000000002","kind":"CONFLICT",\
            "credited":{"kind":"CUSTOMER","id":"C-100"},"seen":[{"kind":"CUSTOMER","id":"C-100"}],\
            "by":"pat","reason":"so it was","at":"2026-10-02T12:00:00.123456Z"}""";

    private static final String LINK_MADE_1 = """
            {"id":{"source":"askwell-links","id":"L-1"},"occurredAt":"2026-10-02T12:00:00.123456Z",\
            "linkCode":"L-1","owner":{"kind":"CUSTOMER","id":"C-100"}}""";

    private static final String LINK_CLICK_1 = """
            {"id":{"source":"askwell-clicks","id":"k-1"},"occurredAt":"2026-10-02T12:00:00.123456Z",\
            "linkCode":"L-1","clickId":"k-1"}""";

    private static final LinkMade LINK_MADE =
            new LinkMade(new FactId("askwell-links", "L-1"), AT, "L-1", Referrer.customer("C-100"));

    private static final LinkClick LINK_CLICK = new LinkClick(new FactId("askwell-clicks", "k-1"), AT, "L-1", "k-1");

    private static final Submission SUBMISSION = new Submission(
            new FactId("website-form", "form-881"),
            AT,
            new LeadIdentity("sam.roe@acme.example", "CRM-77"),
            new Lead("Sam Roe", "sam.roe@acme.example", "+14155550101", "Acme, Inc.", "COO"),
            List.of(Referrer.customer("C-100"), Referrer.link("L-1")),
            true,
            new SourcePath(Channel.FORM, "L-1", "k-1", new SourcePath.Utm("s", "m", "c")),
            IntroductionBasis.ADVOCATE_INTRODUCED,
            "ask-1",
            "corr-1");

    private static final Submission SUBMISSION_WITH_MORE = new Submission(
            SUBMISSION.id(),
            AT,
            SUBMISSION.identity(),
            new Lead(
                    "Sam Roe",
                    "sam.roe@acme.example",
                    "+14155550101",
                    "Acme, Inc.",
                    "COO",
                    "acme.example",
                    "US",
                    "Sam.Roe@Acme.example"),
            SUBMISSION.referrers(),
            true,
            SUBMISSION.sourcePath(),
            IntroductionBasis.ADVOCATE_INTRODUCED,
            "ask-1",
            "corr-1");

    private static final Submission SUBMISSION_WITH_MENTION = mentioning("fox.example");

    private static final CustomerSignals CUSTOMER_SIGNALS = new CustomerSignals(
            "C-100",
            2,
            AT,
            List.of(new CustomerUpdate(
                    new FactId("crm", "1"),
                    1,
                    AT,
                    "Dana Fox",
                    "dana@fox.example",
                    "fox.example",
                    "Fox Freight",
                    AT,
                    null)),
            Set.of("crm/2"));

    private static final CustomerProfile CUSTOMER_PROFILE =
            new CustomerProfile("C-100", 2, AT, "Dana Fox", "dana@fox.example", "fox.example", "Fox Freight");

    private static final MatchScore LIKENESS = new MatchScore(
            List.of(new Contribution("prior", Level.MISSING, -13.5), new Contribution("phone", Level.EXACT, 9.25)));

    private static final String LIKENESS_1 = """
            {"contributions":[{"field":"prior","level":"MISSING","weight":-13.5},\
            {"field":"phone","level":"EXACT","weight":9.25}]}""";

    private static final StageReport STAGE_REPORT = new StageReport(
            new FactId("hubspot", "crm-5"),
            AT,
            new LeadIdentity(null, "CRM-77"),
            Stage.DEAL_WON,
            new Money(2_500_000, "USD"),
            "rep-7",
            "referral");

    private static final Ruling RULING = new Ruling(
            new UUID(1, 2),
            ReviewKind.CONFLICT,
            Referrer.customer("C-100"),
            Set.of(Referrer.customer("C-100")),
            "pat",
            "so it was",
            AT);

    @Test
    void readsEveryFormThatWasEverWritten() {
        assertThat(StoredJson.fact("submission", SUBMISSION_1)).isEqualTo(SUBMISSION);
        assertThat(StoredJson.fact("submission", SUBMISSION_2)).isEqualTo(SUBMISSION_WITH_MORE);
        assertThat(StoredJson.fact("submission", SUBMISSION_3)).isEqualTo(mentioning(null));
        assertThat(StoredJson.fact("submission", SUBMISSION_4)).isEqualTo(SUBMISSION);
        assertThat(StoredJson.fact("submission", SUBMISSION_5)).isEqualTo(SUBMISSION_WITH_MENTION);
        assertThat(StoredJson.customerSignals(CUSTOMER_SIGNALS_1)).isEqualTo(CUSTOMER_SIGNALS);
        assertThat(StoredJson.customerProfile(CUSTOMER_PROFILE_1)).isEqualTo(CUSTOMER_PROFILE);
        assertThat(StoredJson.likeness(LIKENESS_1)).isEqualTo(LIKENESS);
        assertThat(StoredJson.fact("stage_report", STAGE_REPORT_1)).isEqualTo(STAGE_REPORT);
        assertThat(StoredJson.linkFact("link_made", LINK_MADE_1)).isEqualTo(LINK_MADE);
        assertThat(StoredJson.linkFact("link_click", LINK_CLICK_1)).isEqualTo(LINK_CLICK);
        assertThat(StoredJson.ruling(RULING_1)).isEqualTo(RULING);
    }

    @Test
    void writesTheNewestForm() {
        assertThat(StoredJson.write(SUBMISSION)).isEqualTo(SUBMISSION_4);
        assertThat(StoredJson.write(SUBMISSION_WITH_MORE))
                .isEqualTo(SUBMISSION_2.replace("\"corr-1\"}", "\"corr-1\",\"mentions\":[]}"));
        assertThat(StoredJson.write(SUBMISSION_WITH_MENTION)).isEqualTo(SUBMISSION_5);
        assertThat(StoredJson.write(CUSTOMER_SIGNALS)).isEqualTo(CUSTOMER_SIGNALS_1);
        assertThat(StoredJson.write(CUSTOMER_PROFILE)).isEqualTo(CUSTOMER_PROFILE_1);
        assertThat(StoredJson.write(LIKENESS)).isEqualTo(LIKENESS_1);
        assertThat(StoredJson.write(STAGE_REPORT)).isEqualTo(STAGE_REPORT_1);
        assertThat(StoredJson.write(LINK_MADE)).isEqualTo(LINK_MADE_1);
        assertThat(StoredJson.write(LINK_CLICK)).isEqualTo(LINK_CLICK_1);
        assertThat(StoredJson.write(RULING)).isEqualTo(RULING_1);
    }

    @Test
    void everyReasonOfAMergeIsReadAsItWasWritten() {
        List.of(
                        new Merge.CertainKeys(),
                        new Merge.Likeness(LIKENESS, "attribution-v1"),
                        new Merge.PersonSaid("pat", "I asked"))
                .forEach(reason -> assertThat(
                                StoredJson.mergeReason(StoredJson.reason(reason), StoredJson.write(reason)))
                        .isEqualTo(reason));
    }

    @Test
    void namesTheKindOfAFact() {
        assertThat(StoredJson.kind(SUBMISSION)).isEqualTo("submission");
        assertThat(StoredJson.kind(STAGE_REPORT)).isEqualTo("stage_report");
        assertThat(StoredJson.kind(LINK_MADE)).isEqualTo("link_made");
        assertThat(StoredJson.kind(LINK_CLICK)).isEqualTo("link_click");
    }

    @Test
    void doesNotGuessAtAnUnknownKind() {
        assertThatThrownBy(() -> StoredJson.fact("click", "{}")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> StoredJson.linkFact("visit", "{}")).isInstanceOf(IllegalStateException.class);
    }

    private static Submission mentioning(@Nullable String domain) {
        return new Submission(
                SUBMISSION.id(),
                AT,
                SUBMISSION.identity(),
                SUBMISSION.lead(),
                SUBMISSION.referrers(),
                true,
                SUBMISSION.sourcePath(),
                IntroductionBasis.ADVOCATE_INTRODUCED,
                "ask-1",
                "corr-1",
                List.of(new Mention(List.of(
                        new Candidate.CustomerId("C-100", new Span(12, 17)),
                        new Candidate.Address("f00d", domain, new Span(12, 17)),
                        new Candidate.Person("danafox", List.of("acme"), new Span(12, 20))))),
                "acme.example",
                "other.example",
                AT);
    }
}
