package io.askwell.ask.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.askwell.ask.domain.Ask.Expired;
import io.askwell.ask.domain.Ask.Withdrawn;
import io.askwell.ask.domain.DecisionResult.Decided;
import io.askwell.ask.domain.DecisionResult.NoLongerAllowed;
import io.askwell.ask.domain.DecisionResult.NoSuchAsk;
import io.askwell.ask.domain.DecisionResult.NotPending;
import io.askwell.ask.domain.DecisionResult.NotTheirs;
import io.askwell.ask.domain.DecisionResult.StaleDraft;
import io.askwell.ask.domain.DecisionResult.TemplateRefused;
import io.askwell.ask.domain.DecisionResult.TextRefused;
import io.askwell.ask.domain.DecisionResult.UntilIsPast;
import io.askwell.ask.domain.DecisionResult.UntilIsTooFar;
import io.askwell.ask.domain.Scenario.Expected;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.draft.lint.LintFinding;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every rule of asking as stories: one folder a rule, one file a sentence. */
class ScenariosTest {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @TestFactory
    Stream<DynamicTest> holds() throws IOException, URISyntaxException {
        Path root = Path.of(
                Objects.requireNonNull(getClass().getResource("/scenarios")).toURI());
        try (var files = Files.walk(root)) {
            List<Path> scenarios = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertThat(scenarios).isNotEmpty();
            return scenarios.stream().map(file -> dynamicTest(sentence(root, file), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        Scenario scenario = YAML.readValue(Files.readString(file), Scenario.class);
        Story story = new Story(policy(scenario)).play(scenario.story());
        Expected then = scenario.then();
        assertThat(story.customer().asks().stream().map(ScenariosTest::state).toList())
                .isEqualTo(then.asks());
        expect(
                then.steps(),
                story,
                each -> each.steps().stream()
                        .map(step -> step.kind().name().toLowerCase(Locale.ROOT))
                        .toList());
        expect(then.heldBack(), story, ScenariosTest::heldBack);
        expect(then.reasons(), story, each -> reasons(each.latestAsk()));
        expect(then.refused(), story, each -> refusal(each.lastDecision()));
        expect(then.draftVersion(), story, each -> each.latestAsk().draft().version());
        expect(then.owner(), story, each -> each.latestAsk().proposal().ownerId());
        expect(then.template(), story, each -> word(each.latestAsk().draft().template()));
        expect(
                then.reviewFlags(),
                story,
                each -> each.latestAsk().proposal().reviewFlags().stream()
                        .map(ScenariosTest::word)
                        .toList());
        expect(
                then.recommendedAt(),
                story,
                each -> Story.fromStart(each.latestAsk().proposal().recommendedAt()));
        expect(
                then.recheckAt(),
                story,
                each -> each.lastReview()
                        .heldBack()
                        .getFirst()
                        .recheckAt()
                        .map(Story::fromStart)
                        .orElse(null));
        expect(
                then.lookAgainAt(),
                story,
                each -> each.lastReview().lookAgainAt().map(Story::fromStart).orElse(null));
    }

    private static AskPolicy policy(Scenario scenario) {
        return scenario.controlShare() == null ? Given.POLICY : Given.policyWith(scenario.controlShare());
    }

    private static <T> void expect(@Nullable T expected, Story story, Function<Story, @Nullable Object> actual) {
        if (expected != null) {
            assertThat(actual.apply(story)).isEqualTo(expected);
        }
    }

    private static Object heldBack(Story story) {
        return story.lastReview().heldBack().stream()
                .collect(Collectors.toMap(
                        held -> held.trigger().kind().name().toLowerCase(Locale.ROOT),
                        held -> held.objections().stream().map(Objection::code).toList()));
    }

    private static List<String> reasons(Ask ask) {
        return switch (ask) {
            case Withdrawn withdrawn -> codes(withdrawn.reasons());
            case Expired expired -> codes(expired.reasons());
            case Ask.Open _, Ask.Declined _, Ask.Released _, Ask.Answered _ -> List.of();
        };
    }

    private static List<String> refusal(DecisionResult result) {
        var words = new ArrayList<String>();
        words.add(result.getClass().getSimpleName());
        switch (result) {
            case NoLongerAllowed not ->
                words.addAll(not.objections().stream().map(Objection::code).toList());
            case TextRefused refused ->
                words.addAll(refused.findings().stream().map(LintFinding::rule).toList());
            case TemplateRefused refused -> words.add(refused.part());
            case Decided _, NoSuchAsk _, NotTheirs _, NotPending _, StaleDraft _, UntilIsPast _, UntilIsTooFar _ -> {}
        }
        return words;
    }

    private static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).toList();
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private static String state(Ask ask) {
        return ask.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String sentence(Path root, Path file) {
        return root.relativize(file).toString().replace(".yaml", "").replace('-', ' ');
    }
}
