package io.askwell.readiness.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.readiness.TestPolicy;
import io.askwell.readiness.domain.AdvocateFacts;
import io.askwell.readiness.domain.AdvocateScore;
import io.askwell.readiness.domain.Assessed;
import io.askwell.readiness.domain.Assessment;
import io.askwell.readiness.domain.Contribution;
import io.askwell.readiness.domain.MentionedPeer;
import io.askwell.readiness.domain.ReadinessAssessor;
import io.askwell.readiness.domain.Retention;
import io.askwell.readiness.domain.rule.ConcernRules;
import io.askwell.readiness.domain.rule.ReadinessPolicy;
import io.askwell.readiness.domain.rule.Reason;
import io.askwell.readiness.domain.rule.Trigger;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.SignalId;
import io.askwell.readiness.kafka.Scenario.Check;
import io.askwell.readiness.kafka.Scenario.Sent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every sentence under scenarios holds. Signals come in the words of the contract, so the mapper is held to it as well. */
class ScenariosTest {

    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Retention RETENTION =
            new Retention(TestPolicy.shipped().policy());

    @TempDir
    Path directory;

    @TestFactory
    List<DynamicTest> scenarios() throws IOException {
        try (Stream<Path> files = Files.walk(SCENARIOS)) {
            return files.filter(Files::isRegularFile).sorted().map(this::test).toList();
        }
    }

    private DynamicTest test(Path file) {
        var sentence =
                SCENARIOS.relativize(file).toString().replace(".yaml", "").replace('-', ' ');
        return DynamicTest.dynamicTest(sentence, file.toUri(), () -> {
            var scenario = YAML.readValue(Files.readString(file), Scenario.class);
            assertThat(scenario.checks()).isNotEmpty();
            holds(scenario);
        });
    }

    /** As written, backwards, and everything twice: what is said is the same. */
    private void holds(Scenario scenario) {
        List<Sent> asWritten = scenario.sentBy(ScorerDriver.CUSTOMER);
        if (scenario.deadLetters() == null) {
            CustomerSignals folded = folded(scenario, asWritten);
            verify(scenario, folded);
            assertSaysTheSame(scenario, folded, folded(scenario, asWritten.reversed()));
            assertSaysTheSame(scenario, folded, folded(scenario, twice(asWritten)));
        } else {
            verify(scenario, keptAfterPuttingAside(asWritten, scenario.deadLetters()));
        }
    }

    private static CustomerSignals folded(Scenario scenario, List<Sent> sent) {
        var folded = CustomerSignals.none();
        for (Sent one : sent) {
            var signal = SignalFormat.signal(one.signal(), one.acceptedAt()).orElseThrow();
            folded = RETENTION.trim(folded.with(signal), scenario.start()).kept();
        }
        return folded;
    }

    private CustomerSignals keptAfterPuttingAside(List<Sent> sent, List<String> deadLetters) {
        try (var scorer = new ScorerDriver(directory)) {
            sent.forEach(one -> scorer.send(one.signal(), one.acceptedAt()));
            assertThat(scorer.deadLetters.readRecordsToList())
                    .extracting(letter -> ScorerDriver.text(letter, "dlt_reason"))
                    .isEqualTo(deadLetters);
            return scorer.kept();
        }
    }

    private static List<Sent> twice(List<Sent> sent) {
        return Stream.concat(sent.stream(), sent.stream()).toList();
    }

    private static void assertSaysTheSame(Scenario scenario, CustomerSignals asWritten, CustomerSignals otherwise) {
        var assessor = assessor(scenario);
        assertThat(scenario.checks())
                .allSatisfy(check -> assertThat(assessor.assess(otherwise, moment(scenario, check)))
                        .isEqualTo(assessor.assess(asWritten, moment(scenario, check))));
    }

    private static void verify(Scenario scenario, CustomerSignals signals) {
        var assessor = assessor(scenario);
        scenario.checks().forEach(check -> {
            verify(scenario, check, assessor.assess(signals, moment(scenario, check)));
            ifGiven(
                    check.advocateScore(),
                    score -> assertThat(AdvocateScore.of(AdvocateFacts.of(signals), moment(scenario, check))
                                    .toDecimal())
                            .isEqualByComparingTo(score));
        });
    }

    private static Instant moment(Scenario scenario, Check check) {
        return scenario.start().plus(Objects.requireNonNullElse(check.after(), Duration.ZERO));
    }

    private static ReadinessAssessor assessor(Scenario scenario) {
        ReadinessPolicy shipped = TestPolicy.shipped().policy();
        ConcernRules concerns = shipped.concerns();
        return new ReadinessAssessor(new ReadinessPolicy(
                shipped.version(),
                shipped.score(),
                shipped.bands(),
                new ConcernRules(
                        concerns.complaintAfter(),
                        concerns.cancellationAfter(),
                        concerns.frustrationLasts(),
                        concerns.detractorAtMost(),
                        Objects.requireNonNullElse(scenario.requireConsent(), concerns.requireConsent())),
                shipped.tooEarly(),
                shipped.triggers()));
    }

    private static void verify(Scenario scenario, Check check, Assessed assessed) {
        Assessment said = assessed.assessment();
        ifGiven(
                check.holdsFor(),
                length -> assertThat(assessed.nextChangeAt())
                        .isEqualTo(assessed.at().plus(length)));
        ifGiven(check.decision(), decision -> assertThat(word(said.decision())).isEqualTo(decision));
        ifGiven(check.band(), band -> assertThat(word(said.band())).isEqualTo(band));
        ifGiven(check.score(), score -> assertThat(said.score()).isEqualTo(score));
        ifGiven(
                check.reasons(),
                reasons -> assertThat(said.reasons()).extracting(Reason::code).isEqualTo(reasons));
        ifGiven(
                check.reasonEvidence(),
                evidence -> evidence.forEach((code, ids) -> assertThat(said.reasons())
                        .filteredOn(reason -> reason.code().equals(code))
                        .singleElement()
                        .satisfies(reason -> assertThat(reason.evidence())
                                .extracting(SignalId::id)
                                .isEqualTo(ids))));
        ifGiven(
                check.rules(),
                rules -> assertThat(said.contributions().stream()
                                .collect(Collectors.toMap(Contribution::rule, Contribution::points)))
                        .isEqualTo(rules));
        ifGiven(
                check.evidence(),
                evidence -> evidence.forEach((rule, ids) -> assertThat(said.contributions())
                        .filteredOn(earned -> earned.rule().equals(rule))
                        .singleElement()
                        .satisfies(earned -> assertThat(earned.evidence())
                                .extracting(SignalId::id)
                                .isEqualTo(ids))));
        ifGiven(
                check.concerns(),
                concerns -> assertThat(said.concerns())
                        .extracting(concern -> word(concern.kind()))
                        .isEqualTo(concerns));
        ifGiven(
                check.concernUntil(),
                until -> assertThat(said.concerns())
                        .singleElement()
                        .satisfies(concern -> assertThat(concern.until()).isEqualTo(until)));
        ifGiven(
                check.trigger(),
                trigger -> assertThat(said.trigger()
                                .map(Trigger::kind)
                                .map(ScenariosTest::word)
                                .orElse("none"))
                        .isEqualTo(trigger));
        ifGiven(
                check.closesAt(),
                closesAt -> assertThat(said.trigger().map(Trigger::closesAt)).hasValue(closesAt));
        ifGiven(
                check.openTriggers(),
                open -> assertThat(said.openTriggers())
                        .extracting(trigger -> word(trigger.kind()))
                        .isEqualTo(open));
        ifGiven(
                check.lastConcernAgo(),
                ago -> assertThat(said.lastConcernAt())
                        .isEqualTo(scenario.start().minus(ago)));
        ifGiven(
                check.facts(),
                facts -> facts.forEach((name, value) -> assertThat(said.facts())
                        .extracting(name)
                        .satisfies(fact -> assertThat(Objects.toString(fact)).isEqualTo(Objects.toString(value)))));
        ifGiven(
                check.peer(),
                peer -> assertThat(said.peer() == null ? Map.of() : words(said.peer()))
                        .isEqualTo(peer));
        ifGiven(
                check.successes(),
                ids -> assertThat(said.successes())
                        .extracting(success -> success.evidence().id())
                        .isEqualTo(ids));
    }

    private static Map<String, String> words(MentionedPeer peer) {
        Map<String, String> words = new HashMap<>();
        words.put("company", peer.company());
        ifGiven(peer.name(), name -> words.put("name", name));
        ifGiven(peer.problem(), problem -> words.put("problem", problem));
        words.put("evidence", peer.evidence().id());
        return words;
    }

    private static <T> void ifGiven(@Nullable T expected, Consumer<T> check) {
        if (expected != null) {
            check.accept(expected);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
