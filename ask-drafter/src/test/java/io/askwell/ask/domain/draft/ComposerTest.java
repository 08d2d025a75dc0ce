package io.askwell.ask.domain.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.ask.domain.Given;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Profile;
import io.askwell.ask.domain.customer.Readiness;
import io.askwell.ask.domain.customer.Success;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComposerTest {

    private final DraftLint lint = new DraftLint(Given.POLICY.mostDraftWords());

    @Test
    void theDraftNamesTheContactAndTheCustomersOwnSuccess() {
        var composition = compose("C-1", Given.assessment().build());

        assertThat(composition.draft().body())
                .contains("Ann Roe")
                .containsIgnoringCase("your milestone “1,000 orders”");
        assertThat(composition.evidence()).containsExactly("delighted/praise", "app/milestone");
    }

    @Test
    void askNowIsDirectAndSoftMentionIsSoft() {
        assertThat(compose("C-1", Given.assessment().build()).draft().template())
                .isEqualTo(Template.DIRECT);
        assertThat(compose(
                                "C-1",
                                Given.assessment()
                                        .decision(Readiness.SOFT_MENTION)
                                        .build())
                        .draft()
                        .template())
                .isEqualTo(Template.SOFT);
    }

    @Test
    void bothTemplatesHaveTwoVariantsWhichCustomersGet() {
        for (Readiness decision : List.of(Readiness.ASK_NOW, Readiness.SOFT_MENTION)) {
            Assessment assessment = Given.assessment().decision(decision).build();
            assertThat(IntStream.range(0, 50)
                            .mapToObj(customer ->
                                    compose("C-" + customer, assessment).draft().variant())
                            .collect(Collectors.toSet()))
                    .hasSize(2);
        }
    }

    @Test
    void theSameCustomerAndTriggerAlwaysGetTheSameText() {
        Assessment assessment = Given.assessment().build();

        assertThat(compose("C-1", assessment)).isEqualTo(compose("C-1", assessment));
    }

    @Test
    void everyVariantKeepsTheRulesWhateverTheCustomerIsCalledAndAchieved() {
        Profile profile = Given.profile();
        var named = new Profile(
                profile.ownerId(),
                profile.zone(),
                profile.channel(),
                "Gift Card GmbH",
                false,
                false,
                false,
                profile.askConsent(),
                null,
                "Cash\nBonus " + "x".repeat(500),
                null);
        var success = new Success(
                "outcome_recorded",
                "We saved $40,000 " + "and more ".repeat(2_000),
                "money",
                new BigDecimal("40000.00"),
                "dollars",
                Instant.EPOCH,
                List.of("app/outcome"));
        for (Readiness decision : List.of(Readiness.ASK_NOW, Readiness.SOFT_MENTION)) {
            Assessment assessment = Given.assessment()
                    .decision(decision)
                    .profile(named)
                    .successes(List.of(success))
                    .build();
            for (int customer = 0; customer < 20; customer++) {
                Draft draft = compose("C-" + customer, assessment).draft();
                assertThat(lint.findings(draft)).isEmpty();
                assertThat(draft.body()).contains("(money: 40000 dollars)");
            }
        }
    }

    @Test
    void withoutAKnownSuccessTheDraftClaimsNone() {
        Assessment assessment = Given.assessment().successes(List.of()).build();

        var composition = compose("C-1", assessment);

        assertThat(composition.draft().body()).containsIgnoringCase("what your team has built");
        assertThat(composition.evidence()).containsExactly("delighted/praise");
    }

    @Test
    void theHashIsOfSubjectNewlineBody() {
        var draft = new Draft(1, Template.SOFT, "v", "a", "b", "template", List.of());

        assertThat(draft.textHash()).isEqualTo("7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78");
    }

    private static Composer.Composition compose(String customerId, Assessment assessment) {
        return Composer.compose(customerId, assessment, Given.PRAISE);
    }
}
