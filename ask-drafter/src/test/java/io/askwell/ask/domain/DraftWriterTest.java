package io.askwell.ask.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Channel;
import io.askwell.ask.domain.customer.Peer;
import io.askwell.ask.domain.customer.Readiness;
import io.askwell.ask.domain.customer.Success;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.customer.TriggerKind;
import io.askwell.ask.domain.draft.Template;
import io.askwell.ask.domain.draft.lint.DraftLint;
import io.askwell.ask.domain.draft.lint.Recipient;
import io.askwell.ask.domain.draft.wording.Composer.Composition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftWriterTest {

    private static final Peer PEER = new Peer("Northwind", "Kim Lee", "late invoices", List.of("crm/mention"));

    private static final List<String> STRANGE_WORDS = List.of(
            "Gift Card GmbH",
            "Cash\nBonus " + "x".repeat(500),
            "We saved $40,000 " + "and more ".repeat(2_000),
            "a b c d e f g h i j k l m n o p q r s t u v w x y z ".repeat(20),
            "act now, or else? who do you know? introduce us! in exchange for a reward",
            "{name} [Name] <company> XXX TBD lorem ipsum",
            "kim@northwind.example +1 415 555 0101",
            "\uD83D",
            "👩‍👩‍👧‍👦".repeat(300),
            "שלום \u202Eעולם",
            "$1 \\1 ${x} $& (group) [a-z]*",
            "\u0000\u0007",
            " ",
            "”“",
            "W");

    private final DraftWriter writer = new DraftWriter(Given.POLICY);
    private final DraftLint lint = new DraftLint(Given.POLICY.textLimits());

    @Test
    void theDraftNamesTheContactAndTheCustomersOwnSuccess() {
        var composition = first("C-1", Given.assessment().build());

        assertThat(composition.draft().body()).contains("Ann Roe", "your milestone “1,000 orders”");
        assertThat(composition.evidence()).containsExactly("delighted/praise", "app/milestone");
    }

    @Test
    void theSuccessThatIsTheMomentComesBeforeALaterOne() {
        var later = new Success("goal_achieved", "Zero defects", null, null, null, Instant.EPOCH, List.of("app/goal"));
        var assessment =
                Given.assessment().successes(List.of(later, Given.MILESTONE)).build();
        var milestone = trigger(TriggerKind.MILESTONE, "app/milestone");

        assertThat(writer.firstDraft("C-1", assessment, milestone).draft().body())
                .contains("1,000 orders");
        assertThat(first("C-1", assessment).draft().body()).contains("Zero defects");
    }

    @Test
    void aDraftAboutAPeerNamesThePeerAndRestsOnTheMention() {
        var composition = writer.firstDraft(
                "C-1", Given.assessment().peer(PEER).build(), trigger(TriggerKind.PEER_MENTIONED, "crm/mention"));

        assertThat(composition.draft().template()).isEqualTo(Template.VALUE_FIRST);
        assertThat(composition.draft().body()).contains("Kim Lee of Northwind in connection with “late invoices”");
        assertThat(composition.evidence()).containsExactly("crm/mention", "app/milestone");
    }

    @Test
    void customersGetEachOfTheVariants() {
        Assessment assessment = Given.assessment().build();

        assertThat(IntStream.range(0, 50)
                        .mapToObj(customer ->
                                first("C-" + customer, assessment).draft().variant())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("direct-email-established-a", "direct-email-established-b");
    }

    @Test
    void theSameCustomerAndTriggerAlwaysGetTheSameText() {
        Assessment assessment = Given.assessment().build();

        assertThat(first("C-1", assessment)).isEqualTo(first("C-1", assessment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the placeholder for TBD",
                "Call Ann on +49 221 4711 0815",
                "write to kim@northwind.example",
                "{success}",
                "[Name]"
            })
    void aSuccessWhoseWordsBreakARuleIsNotNamed(String words) {
        var assessment =
                Given.assessment().successes(List.of(success(words, null))).build();

        var composition = first("C-1", assessment);

        assertThat(composition.draft().body()).contains("Ann Roe").doesNotContain(words);
        assertThat(composition.evidence()).containsExactly("delighted/praise");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name}", "TBD", "[First Name]", "<b>Ann</b>"})
    void aNameThatBreaksARuleIsLeftOut(String name) {
        var assessment =
                Given.assessment().profile(Given.profileOf("Acme", name)).build();

        assertThat(first("C-1", assessment).draft().body())
                .startsWith("Hi there,")
                .doesNotContain(name);
    }

    @Test
    void aPeerWhoseNameBreaksARuleMakesItThePlainDraft() {
        var peer = new Peer("[Company]", null, null, List.of("crm/mention"));
        var mention = trigger(TriggerKind.PEER_MENTIONED, "crm/mention");

        assertThat(template(Given.assessment().peer(peer).build(), mention)).isEqualTo(Template.DIRECT);
        assertThat(template(
                        Given.assessment()
                                .peer(peer)
                                .decision(Readiness.SOFT_MENTION)
                                .build(),
                        mention))
                .isEqualTo(Template.SOFT);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void whateverTheCustomerIsCalledAndAchievedThereIsADraftThatKeepsTheRules(Channel channel) {
        for (String words : STRANGE_WORDS) {
            var profile = Given.profileOf(words, words, channel);
            var assessment = Given.assessment()
                    .profile(profile)
                    .successes(List.of(success(words, new BigDecimal("1e30"))))
                    .peer(new Peer(words, words, words, List.of("crm/mention")))
                    .build();
            for (Trigger trigger : List.of(Given.PRAISE, trigger(TriggerKind.PEER_MENTIONED, "crm/mention"))) {
                var draft = writer.firstDraft("C-1", assessment, trigger).draft();

                assertThat(lint.findings(draft, Recipient.of(channel, "rep-7", words, null)))
                        .isEmpty();
                assertThat(draft.body()).isNotBlank().doesNotContain("\u0000");
            }
        }
    }

    private Template template(Assessment assessment, Trigger trigger) {
        return writer.firstDraft("C-1", assessment, trigger).draft().template();
    }

    private Composition first(String customerId, Assessment assessment) {
        return writer.firstDraft(customerId, assessment, Given.PRAISE);
    }

    private static Trigger trigger(TriggerKind kind, String evidence) {
        return new Trigger(kind, Given.PRAISE.at(), Given.PRAISE.closesAt(), List.of(evidence));
    }

    private static Success success(String words, @Nullable BigDecimal value) {
        return new Success("outcome_recorded", words, words, value, words, Instant.EPOCH, List.of("app/outcome"));
    }
}
