package io.askwell.ask.domain.draft.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.ask.domain.Given;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Channel;
import io.askwell.ask.domain.customer.Peer;
import io.askwell.ask.domain.customer.Success;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.customer.TriggerKind;
import io.askwell.ask.domain.draft.Draft;
import io.askwell.ask.domain.draft.Relationship;
import io.askwell.ask.domain.draft.Template;
import io.askwell.ask.domain.draft.lint.DraftLint;
import io.askwell.ask.domain.draft.lint.Recipient;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each wording with each way to name a success: all of them keep the rules of our texts, in full. */
class EveryWordingTest {

    private static final Trigger MENTION = new Trigger(
            TriggerKind.PEER_MENTIONED,
            Instant.parse("2026-10-01T10:00:00Z"),
            Instant.parse("2026-10-01T10:00:00Z").plus(Duration.ofDays(2)),
            List.of("crm/mention"));
    private static final List<Peer> PEERS = List.of(
            new Peer("Northwind", null, null, List.of("crm/mention")),
            new Peer("Northwind", "Kim Lee", null, List.of("crm/mention")),
            new Peer(
                    "Northwind", "Kim Lee", "late invoices, and a bonus scheme nobody trusts", List.of("crm/mention")));

    private final Composer composer = new Composer(5);
    private final DraftLint lint = new DraftLint(Given.POLICY.textLimits());

    @Test
    void keepsEveryRuleWithEverySuccessAndEveryPeer() {
        int texts = 0;
        for (Wording wording : all()) {
            for (Assessment assessment : assessments(wording.template())) {
                Draft fullest = composer.write(wording, assessment, MENTION)
                        .findFirst()
                        .orElseThrow()
                        .draft();
                assertThat(lint.findings(fullest, recipient(wording.channel())))
                        .as(fullest.variant() + "\n" + fullest.body())
                        .isEmpty();
                texts++;
            }
        }
        assertThat(texts).isEqualTo(4 * 3 * 2 * 14 * (4 + PEERS.size()));
    }

    @Test
    void thereAreTwoOfEachKindChannelAndRelationshipAndTheirNamesAndTextsDiffer() {
        assertThat(all()).hasSize(5 * 4 * 3 * 2);
        assertThat(all().stream().map(Wording::name)).doesNotHaveDuplicates();
        assertThat(all().stream().map(wording -> text(wording, Given.MILESTONE)))
                .doesNotHaveDuplicates();
        assertThat(all().stream().map(wording -> text(wording, null))).doesNotHaveDuplicates();
    }

    @Test
    void aTextWithoutASuccessClaimsNone() {
        assertThat(all().stream().map(wording -> text(wording, null)))
                .noneMatch(
                        body -> body.matches("(?is).*\\b(congratulations|well done|success|achieved|milestone)\\b.*"));
    }

    @Test
    void noBlankIsLeftOpenAndNoSentenceBeginsSmall() {
        for (Wording wording : all()) {
            for (Assessment assessment : assessments(wording.template())) {
                Draft draft = composer.write(wording, assessment, MENTION)
                        .findFirst()
                        .orElseThrow()
                        .draft();
                assertThat(draft.body()).doesNotContain("{", "}", "  ", " ,", " .", "null");
                assertThat(draft.body()).doesNotContainPattern("[.!?] \\p{Ll}").doesNotContainPattern("\\n\\n\\p{Ll}");
            }
        }
    }

    private String text(Wording wording, @Nullable Success success) {
        Assessment assessment = Given.assessment()
                .successes(success == null ? List.of() : List.of(success))
                .peer(PEERS.getFirst())
                .build();
        Draft draft = composer.write(wording, assessment, MENTION)
                .findFirst()
                .orElseThrow()
                .draft();
        return draft.subject() + "\n" + draft.body();
    }

    private static List<Wording> all() {
        return Arrays.stream(Template.values())
                .flatMap(template -> Arrays.stream(Channel.values())
                        .flatMap(channel -> Arrays.stream(Relationship.values())
                                .flatMap(relationship -> Wordings.of(template, channel, relationship).stream())))
                .toList();
    }

    private static List<Assessment> assessments(Template template) {
        List<Peer> peers = template == Template.VALUE_FIRST ? PEERS : List.of(PEERS.getFirst());
        return Stream.concat(Stream.of(List.<Success>of()), successes().map(List::of))
                .flatMap(successes -> peers.stream()
                        .map(peer -> Given.assessment()
                                .successes(successes)
                                .peer(peer)
                                .build()))
                .toList();
    }

    /** Each kind with and without a name; one as long as it gets, with a measure that is as well. */
    private static Stream<Success> successes() {
        String longest = "we saved $40,000 and won a bonus, act now, in exchange for nothing, and so on and on "
                + "more ".repeat(50);
        return Stream.of(
                        "first_success_achieved",
                        "milestone_reached",
                        "goal_achieved",
                        "project_completed",
                        "outcome_recorded",
                        "something_new")
                .flatMap(kind ->
                        Stream.of(success(kind, null, null), success(kind, longest, new BigDecimal("40000.50"))))
                .flatMap(success -> success.kind().equals("outcome_recorded") && success.name() != null
                        ? Stream.of(success, success("outcome_recorded", "Onboarding takes 2 days instead of 10", null))
                        : Stream.of(success));
    }

    private static Success success(String kind, @Nullable String name, @Nullable BigDecimal value) {
        return new Success(
                kind,
                name,
                value == null ? null : "money saved every single month of the year",
                value,
                value == null ? null : "dollars of the United States of America",
                Instant.EPOCH,
                List.of("app/success"));
    }

    private static Recipient recipient(Channel channel) {
        return Recipient.of(channel, "rep-7", "Ann Roe", "ann@acme.example");
    }
}
