package io.askwell.signal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.leads.v1.LeadKind;
import io.askwell.leads.v1.LeadReported;
import io.askwell.leads.v1.LinkMade;
import io.askwell.signal.InMemoryLogs;
import io.askwell.signal.RecordingLog;
import io.askwell.signal.TokenKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        properties = {
            "ASKWELL_LINK_TARGETS=signup=https://site.example/signup?plan=pro",
            "ASKWELL_LINK_SECRET=a secret of at least 32 characters",
            "ASKWELL_LINK_BASE=https://go.site.example/"
        })
@AutoConfigureMockMvc
@Import(InMemoryLogs.class)
class LinksTest implements TokenKey {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String OF_A_CUSTOMER = "{\"customerId\": \"C-100\", \"target\": \"signup\"}";

    @Autowired
    MockMvcTester http;

    @Autowired
    RecordingLog<LeadReported> leads;

    @BeforeEach
    void forget() {
        leads.forget();
    }

    @Test
    void aLinkIsAlwaysTheSameOneAndKnownUnderOneIdentity() {
        MvcTestResult first = make(OF_A_CUSTOMER);
        MvcTestResult second = make(OF_A_CUSTOMER);

        JsonNode link = body(first);
        String code = link.path("linkCode").asString();
        assertThat(first).hasStatus(200);
        assertThat(link).isEqualTo(JSON.readTree("""
                {"linkCode": "%1$s", "url": "https://go.site.example/r/%1$s", "target": "signup",
                 "customerId": "C-100", "partnerId": null}""".formatted(code)));
        assertThat(body(second)).isEqualTo(link);
        assertThat(leads.facts()).hasSize(2).allSatisfy(fact -> {
            assertThat(fact.getKind()).isEqualTo(LeadKind.link_made);
            assertThat(fact.getSource()).isEqualTo("askwell-links");
            assertThat(fact.getId()).isEqualTo(code);
            assertThat(fact.getOccurredAt()).isEqualTo(InMemoryLogs.NOW);
            assertThat(fact.getLink()).isEqualTo(new LinkMade(code, "C-100", null, "signup", "local"));
            assertThat(fact.getPersonal()).isNull();
        });
    }

    @Test
    void aPartnerHasALinkToo() {
        assertThat(body(make("{\"partnerId\": \"P-1\", \"target\": \"signup\"}"))
                        .path("partnerId")
                        .asString())
                .isEqualTo("P-1");
        assertThat(leads.facts())
                .extracting(LeadReported::getLink)
                .containsOnly(leads.facts().getFirst().getLink());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"customerId": "C-100", "target": "elsewhere"}                   | /target     | must be one of signup
                    {"customerId": "C-100", "target": "https://evil.example"}        | /target     | must be one of signup
                    {"customerId": "C-100"}                                          | /target     | must be one of signup
                    {"target": "signup"}                                             | /customerId | is required unless a partnerId is given
                    {"customerId": " ", "target": "signup"}                          | /customerId | is required
                    {"customerId": "C-1", "partnerId": "P-1", "target": "signup"}    | /partnerId  | must be absent where a customerId is given
                    {"customerId": "C-1", "target": "signup", "url": "https://e.ex"} | /url        | Unknown field
                    """)
    void whatIsNoLinkIsRefusedAndNotRecorded(String request, String pointer, String detail) {
        MvcTestResult answer = make(request);

        assertThat(answer).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(body(answer).path("errors")).isEqualTo(JSON.readTree("""
                [{"pointer": "%s", "detail": "%s"}]""".formatted(pointer, detail)));
        assertThat(leads.facts()).isEmpty();
    }

    @Test
    void allThatIsWrongWithALinkIsSaidAtOnce() {
        assertThat(make("{}"))
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .containsExactly("/target", "/customerId");
    }

    @Test
    void aLinkThatNobodyAcknowledgedIsNotHandedOut() {
        leads.stopAnswering();

        assertThat(make(OF_A_CUSTOMER)).hasStatus(503).hasHeader("Retry-After", "5");
    }

    @Test
    void whoFollowsALinkIsLedToItsPageWithTheClick() {
        String code = code();

        MvcTestResult answer = http.get().uri("/r/" + code).exchange();

        LeadReported click = leads.facts().getLast();
        assertThat(answer)
                .hasStatus(302)
                .hasHeader("Location", "https://site.example/signup?plan=pro&click=" + click.getId())
                .hasHeader("Cache-Control", "no-store")
                .hasHeader("Referrer-Policy", "no-referrer");
        assertThat(click.getKind()).isEqualTo(LeadKind.clicked);
        assertThat(click.getSource()).isEqualTo("askwell-clicks");
        assertThat(click.getClick().getLinkCode()).isEqualTo(code);
        assertThat(click.getClick().getClickId()).isEqualTo(click.getId()).hasSize(36);
        assertThat(click.getOccurredAt()).isEqualTo(InMemoryLogs.NOW);
        assertThat(click.getPersonal()).isNull();
    }

    @Test
    void everyClickHasAnIdOfItsOwn() {
        String code = code();
        http.get().uri("/r/" + code).exchange();
        http.get().uri("/r/" + code).exchange();

        assertThat(leads.facts())
                .extracting(LeadReported::getId)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void aForgedCodeLeadsNowhereAndIsNotRecorded() {
        String code = code();
        leads.forget();
        String forged = code.substring(0, code.length() - 1) + (code.endsWith("A") ? "B" : "A");

        assertThat(http.get().uri("/r/" + forged).exchange())
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .doesNotContainHeader("Location");
        assertThat(http.get().uri("/r/elsewhere" + code.substring(6)).exchange())
                .hasStatus(404);
        assertThat(leads.facts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Purpose, prefetch",
        "Purpose, preview",
        "Sec-Purpose, prefetch;prerender",
        "X-Purpose, preview",
        "X-Moz, Prefetch"
    })
    void whatOnlyLooksAheadIsLedOnAndNotRecorded(String header, String value) {
        String code = code();
        leads.forget();

        assertThat(http.get().uri("/r/" + code).header(header, value).exchange())
                .hasStatus(302)
                .hasHeader("Location", "https://site.example/signup?plan=pro");
        assertThat(leads.facts()).isEmpty();
    }

    @Test
    void whoAsksForTheHeadOnlyIsLedOnAndNotRecorded() {
        String code = code();
        leads.forget();

        assertThat(http.head().uri("/r/" + code).exchange())
                .hasStatus(302)
                .hasHeader("Location", "https://site.example/signup?plan=pro");
        assertThat(leads.facts()).isEmpty();
    }

    @Test
    void aVisitorIsNotHeldUpByOurOutage() {
        String code = code();
        leads.stopAnswering();

        assertThat(http.get().uri("/r/" + code).exchange())
                .hasStatus(302)
                .hasHeader("Location", "https://site.example/signup?plan=pro");
    }

    private String code() {
        return body(make(OF_A_CUSTOMER)).path("linkCode").asString();
    }

    private MvcTestResult make(String request) {
        return http.post()
                .uri("/v1/links")
                .header("Authorization", TokenKey.bearer("local", "source"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(request)
                .exchange();
    }

    private static JsonNode body(MvcTestResult answer) {
        return JSON.readTree(answer.getResponse().getContentAsByteArray());
    }
}
