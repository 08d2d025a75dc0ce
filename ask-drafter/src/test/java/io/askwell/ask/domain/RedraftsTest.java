package io.askwell.ask.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.ask.domain.Ask.Pending;
import io.askwell.ask.domain.DecisionResult.Decided;
import io.askwell.ask.domain.DecisionResult.TemplateRefused;
import io.askwell.ask.domain.OwnerCommand.Redraft;
import io.askwell.ask.domain.Person.Role;
import io.askwell.ask.domain.customer.AskingSignals;
import io.askwell.ask.domain.customer.Success;
import io.askwell.ask.domain.draft.DraftPolicy;
import io.askwell.ask.domain.draft.Holidays;
import io.askwell.ask.domain.draft.ReviewFlag;
import io.askwell.ask.domain.draft.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedraftsTest {

    private static final Person REP = new Person("rep-7", Role.ACCOUNT_OWNER);
    private static final Instant LATER = Scenario.START.plus(Duration.ofHours(1));

    private final Customer customer = asked(Given.POLICY);

    @Test
    void aPickKeepsTheAskAndTellsWhoPicked() {
        Decided decided = redraft(customer, Given.POLICY, Template.SOFT);

        assertThat(decided.steps()).extracting(AskStep::kind).containsExactly(AskStep.Kind.REDRAFTED);
        assertThat(HistoryEntry.of(decided.steps().getFirst()).by()).isEqualTo("rep-7");
        assertThat(decided.ask()).isInstanceOf(Pending.class);
        assertThat(decided.ask().draft().version()).isEqualTo(2);
        assertThat(decided.ask().draft().writtenBy()).isEqualTo("template");
        assertThat(((Pending) decided.ask()).expiresAt()).isEqualTo(Given.PRAISE.closesAt());
    }

    @Test
    void whatTheNewDraftNamesIsItsEvidence() {
        var goal = new Success("goal_achieved", "Zero defects", null, null, null, LATER, List.of("app/goal"));
        Customer known =
                customer.assessed(Given.assessment().successes(List.of(goal)).build());

        Decided decided = redraft(known, Given.POLICY, Template.SOFT);

        assertThat(decided.ask().draft().body()).contains("Zero defects");
        assertThat(decided.ask().proposal().evidence()).containsExactly("delighted/praise", "app/goal");
    }

    @Test
    void mutualBenefitIsFlaggedAndThePickOfAnotherKindTakesTheFlagAway() {
        AskPolicy allowing = allowingRewards();

        Decided mentioning = redraft(customer, allowing, Template.MUTUAL_BENEFIT);
        Decided plain = redraft(customer.after(mentioning.ask()), allowing, Template.DIRECT);

        assertThat(mentioning.ask().draft().template()).isEqualTo(Template.MUTUAL_BENEFIT);
        assertThat(mentioning.ask().proposal().reviewFlags()).containsExactly(ReviewFlag.REWARD_MENTION);
        assertThat(plain.ask().proposal().reviewFlags()).isEmpty();
        assertThat(plain.ask().draft().version()).isEqualTo(3);
    }

    @Test
    void aRefusedWordingNamesThoseThatThereAre() {
        var command = new Redraft(REP, 1, Template.DIRECT, "direct-c");

        assertThat(new OwnerDecisions(Given.POLICY).decide(customer, "ask-1", command, LATER))
                .isEqualTo(new TemplateRefused(
                        "variant", "must be one of direct-email-established-a, direct-email-established-b"));
    }

    private static Decided redraft(Customer customer, AskPolicy policy, Template template) {
        int version = customer.ask("ask-1").orElseThrow().draft().version();
        var command = new Redraft(REP, version, template, null);
        return (Decided) new OwnerDecisions(policy).decide(customer, "ask-1", command, LATER);
    }

    private static Customer asked(AskPolicy policy) {
        var unknown = new Customer("C-1", Given.assessment().build(), AskingSignals.NONE, List.of());
        return new Drafter(policy, Holidays.NONE)
                .review(unknown, true, "ask-1", Scenario.START)
                .customer();
    }

    private static AskPolicy allowingRewards() {
        DraftPolicy drafts = Given.POLICY.drafts();
        return new AskPolicy(
                Given.POLICY.stamp(),
                Given.POLICY.coolDown(),
                Given.POLICY.coolDownAfterPoliteNo(),
                Given.POLICY.returnedAskOpenFor(),
                Given.POLICY.longestDeferral(),
                Given.POLICY.controlShare(),
                Given.POLICY.textLimits(),
                new DraftPolicy(
                        drafts.mostSummaryWords(),
                        drafts.establishedFromInteractions(),
                        true,
                        drafts.workingHours(),
                        drafts.emailSlot()));
    }
}
