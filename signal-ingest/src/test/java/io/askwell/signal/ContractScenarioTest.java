package io.askwell.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.askwell.leads.v1.LeadReported;
import io.askwell.signals.v1.SignalKind;
import io.askwell.signals.v1.SignalRecorded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts what each scenario gives, and expects the records or the reasons that it states. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(InMemoryLogs.class)
class ContractScenarioTest implements TokenKey {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    MockMvcTester http;

    @Autowired
    RecordingLog<SignalRecorded> signals;

    @Autowired
    RecordingLog<LeadReported> leads;

    @Test
    void everyKindHasAScenario() {
        List<String> kinds = Stream.of(SignalKind.values())
                .filter(kind -> kind != SignalKind.UNRECOGNIZED)
                .map(Enum::name)
                .sorted()
                .toList();

        assertThat(Scenario.in("kinds")).extracting(Scenario::name).containsExactlyElementsOf(kinds);
    }

    @TestFactory
    Stream<DynamicNode> kinds() {
        return Scenario.in("kinds").stream().map(scenario -> dynamicContainer(scenario.name(), kind(scenario)));
    }

    @TestFactory
    Stream<DynamicNode> signals() {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("score", 9);
        return rules("signals", "/v1/signals", signal("nps_scored", attributes));
    }

    @TestFactory
    Stream<DynamicNode> leads() {
        return rules("leads", "/v1/leads", parsed(SUBMISSION));
    }

    @TestFactory
    Stream<DynamicNode> leadUpdates() {
        return rules("lead-updates", "/v1/lead-updates", parsed(UPDATE));
    }

    private Stream<DynamicNode> kind(Scenario scenario) {
        String kind = scenario.name();
        Map<String, @Nullable Object> attributes = scenario.map("attributes");
        Map<String, @Nullable Object> ofThisKind = new LinkedHashMap<>();
        ofThisKind.put("kind", kind);
        List<DynamicNode> tests = new ArrayList<>();
        tests.add(dynamicTest("is recorded with all its attributes", () -> {
            expectRecorded("/v1/signals", signal(kind, attributes), merged(ofThisKind, scenario.map("recorded")));
        }));
        tests.add(dynamicTest("is recorded with no more than the required ones", () -> {
            Map<String, @Nullable Object> least = new LinkedHashMap<>(attributes);
            least.keySet().retainAll(scenario.names("required"));
            expectRecorded("/v1/signals", signal(kind, least), ofThisKind);
        }));
        for (String name : scenario.names("required")) {
            tests.add(dynamicTest("is refused without " + name, () -> {
                Map<String, @Nullable Object> incomplete = new LinkedHashMap<>(attributes);
                incomplete.remove(name);
                var reason = Map.of("pointer", "/attributes/" + name, "detail", "is required");
                expectRefused("/v1/signals", signal(kind, incomplete), List.of(reason));
            }));
        }
        for (Map<String, @Nullable Object> change : scenario.maps("allowed")) {
            tests.add(dynamicTest("is recorded with " + change, () -> {
                expectRecorded("/v1/signals", signal(kind, merged(attributes, change)), ofThisKind);
            }));
        }
        for (Map<String, @Nullable Object> refused : scenario.maps("refused")) {
            Map<String, @Nullable Object> change = new Scenario(kind, refused).map("given");
            tests.add(dynamicTest("is refused with " + change, () -> {
                Map<String, @Nullable Object> reason = new LinkedHashMap<>(refused);
                reason.remove("given");
                expectRefused("/v1/signals", signal(kind, merged(attributes, change)), List.of(reason));
            }));
        }
        return tests.stream();
    }

    private Stream<DynamicNode> rules(String folder, String path, Map<String, @Nullable Object> valid) {
        return Scenario.in(folder).stream()
                .map(scenario -> dynamicTest(scenario.name(), () -> expect(path, valid, scenario)));
    }

    private void expect(String path, Map<String, @Nullable Object> valid, Scenario scenario) {
        Map<String, @Nullable Object> report = merged(valid, scenario.map("with"));
        scenario.names("without").forEach(report::remove);
        if (scenario.has("recorded")) {
            expectRecorded(path, report, scenario.map("recorded"));
        } else {
            expectRefused(path, report, scenario.maps("refused"));
        }
    }

    private void expectRecorded(
            String path, Map<String, @Nullable Object> report, Map<String, @Nullable Object> expected) {
        MvcTestResult answer = post(path, report);

        assertThat(answer).hasStatus(202);
        assertThat(body(answer)).isEqualTo(JSON.readTree("{\"accepted\":1,\"rejected\":[]}"));
        List<?> facts = path.equals("/v1/signals") ? signals.facts() : leads.facts();
        assertThat(facts).hasSize(1);
        expectPart("", JSON.readTree(facts.getFirst().toString()), JSON.valueToTree(expected));
    }

    private void expectRefused(String path, Map<String, @Nullable Object> report, List<?> reasons) {
        MvcTestResult answer = post(path, report);

        assertThat(answer).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(body(answer).get("errors")).containsExactlyInAnyOrderElementsOf(JSON.<JsonNode>valueToTree(reasons));
        assertThat(signals.facts()).isEmpty();
        assertThat(leads.facts()).isEmpty();
    }

    /** Whatever the scenario states; a record may hold more. */
    private static void expectPart(String pointer, JsonNode recorded, JsonNode expected) {
        expected.properties().forEach(field -> {
            String place = pointer + "/" + field.getKey();
            JsonNode actual = recorded.get(field.getKey());
            if (field.getValue().isObject()) {
                assertThat(actual).as(place).isNotNull();
                expectPart(place, Objects.requireNonNull(actual), field.getValue());
            } else {
                assertThat(actual).as(place).isEqualTo(field.getValue());
            }
        });
    }

    private MvcTestResult post(String path, Map<String, @Nullable Object> report) {
        signals.forget();
        leads.forget();
        return http.post()
                .uri(path)
                .header("Authorization", TokenKey.bearer("local", "source"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsBytes(report))
                .exchange();
    }

    private static JsonNode body(MvcTestResult answer) {
        return JSON.readTree(answer.getResponse().getContentAsByteArray());
    }

    private static Map<String, @Nullable Object> merged(
            Map<String, @Nullable Object> valid, Map<String, @Nullable Object> change) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(valid);
        merged.putAll(change);
        return merged;
    }

    private static Map<String, @Nullable Object> signal(String kind, Map<String, @Nullable Object> attributes) {
        Map<String, @Nullable Object> signal = new LinkedHashMap<>();
        signal.put("id", "evt-1");
        signal.put("source", "delighted");
        signal.put("customerId", "C-100");
        signal.put("kind", kind);
        signal.put("occurredAt", "2026-10-01T09:30:00Z");
        signal.put("attributes", attributes);
        return signal;
    }

    private static Map<String, @Nullable Object> parsed(String json) {
        return Scenario.asMap(JSON.readValue(json, Map.class));
    }

    private static final String SUBMISSION = """
            { "id": "form-881", "source": "website-form", "occurredAt": "2026-10-02T10:00:00Z",
              "lead": { "name": "Sam Roe", "email": "Sam.Roe+x@Acme.example", "phone": "+1 415 555 0101", "country": "US",
                        "company": "Acme, Inc.", "website": "https://acme.example", "title": "COO", "externalId": "CRM-77" },
              "referrer": { "customerId": "C-100", "partnerId": "p-1", "email": "jo@acme.example", "name": "Jo Doe",
                            "linkCode": "L1" },
              "sourcePath": { "channel": "form", "linkCode": "L1", "clickId": "click-1",
                              "utm": { "source": "news", "medium": "mail", "campaign": "spring" } },
              "introductionBasis": "advocate_introduced", "askId": "ask-1", "note": "met at the fair" }
            """;

    private static final String UPDATE = """
            { "id": "crm-5", "source": "hubspot", "occurredAt": "2026-10-09T08:00:00Z",
              "lead": { "externalId": "CRM-77", "email": "sam.roe@acme.example" },
              "stage": "deal_won", "value": { "amountMinor": 2500000, "currency": "USD" }, "owner": "rep-7",
              "crmSource": "referral", "reason": "signed" }
            """;
}
