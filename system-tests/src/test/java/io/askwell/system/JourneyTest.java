package io.askwell.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whole journeys through the product, started once as a newcomer starts it. */
class JourneyTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path directory;

    private static AskwellProduct product;
    private static Story story;

    @BeforeAll
    static void start() {
        product = AskwellProduct.start(directory.resolve("data"));
        story = new Story(product);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void praiseBecomesAnApprovedRewardWithBalancedBooks() {
        story.report(story.praise("C-1"));
        JsonNode readiness = story.awaitReadiness("C-1", "ask_now");
        assertThat(readiness
                        .path("contributions")
                        .valueStream()
                        .map(rule -> rule.path("rule").asString()))
                .contains("nps_promoter", "tenure", "first_win");

        JsonNode pending = story.awaitAsk("C-1", "pending");
        assertThat(pending.path("evidence").isEmpty()).isFalse();
        assertThat(story.approveAsk(pending).status()).isEqualTo(200);
        story.awaitAsk("C-1", "released");

        story.refer("sam.roe@lead-one.example", "CRM-1", "C-1");
        JsonNode referral = story.awaitReferral("sam.roe@lead-one.example", "submitted");
        assertThat(referral.path("attribution").path("state").asString()).isEqualTo("attributed");
        assertThat(referral.path("attribution").path("confidence").asString()).isEqualTo("high");

        story.win("CRM-1");
        String referralId = story.awaitReferral("sam.roe@lead-one.example", "deal_won")
                .path("referralId")
                .asString();
        JsonNode rewards = story.awaitRewards(referralId, 2, "awaiting_approval");
        assertThat(rewards.valueStream()
                        .map(reward -> reward.path("role").asString() + " "
                                + reward.path("amount").path("amountMinor").asLong()))
                .containsExactlyInAnyOrder("referrer 25000", "referred 10000");

        JsonNode approved = story.approveReward(rewards.get(0)).json();
        assertThat(approved.path("state").asString()).isEqualTo("approved");
        assertThat(story.transferCodes(referralId)).containsExactly("REWARD_HOLD");
        story.assertBooksBalance();
    }

    @Test
    void anApprovedRewardIsPaidAndClawedBackWhenTheDealIsRefunded() {
        story.refer("kim.lo@lead-two.example", "CRM-2", "C-8", Duration.ofDays(40));
        story.win("CRM-2", Duration.ofDays(31));
        String referralId = story.awaitReferral("kim.lo@lead-two.example", "deal_won")
                .path("referralId")
                .asString();
        JsonNode referrers = story.awaitRewards(referralId, 2, "awaiting_approval")
                .valueStream()
                .filter(reward -> reward.path("role").asString().equals("referrer"))
                .findFirst()
                .orElseThrow();
        String rewardId = referrers.path("rewardId").asString();
        assertThat(story.approveReward(referrers).status()).isEqualTo(200);
        story.awaitReward(rewardId, "payable");

        assertThat(story.pay(rewardId).at("/outstanding/amountMinor").asLong()).isZero();
        story.assertBooksBalance();

        story.refund("CRM-2");
        JsonNode clawedBack = story.awaitReward(rewardId, "clawed_back");
        assertThat(clawedBack.at("/recoverable/amountMinor").asLong()).isEqualTo(25_000);
        assertThat(clawedBack.at("/reasons/0/code").asString()).isEqualTo("refunded");
        assertThat(story.transferCodes(referralId)).containsExactly("REWARD_HOLD", "REWARD", "PAYOUT", "CLAWBACK");
        story.assertBooksBalance();
    }

    @Test
    void anOpenTicketHoldsTheCustomerBackAndNoAskIsDrafted() {
        story.report(List.of(story.openTicket("C-2")));
        story.report(story.praise("C-2"));

        JsonNode readiness = story.awaitReadiness("C-2", "hold");

        assertThat(readiness
                        .path("reasons")
                        .valueStream()
                        .map(reason -> reason.path("code").asString()))
                .contains("ticket");
        assertThat(readiness.path("band").asString()).isEqualTo("ask_now");
        assertThat(product.get("ASK_DRAFTER", "PROGRAM_OWNER", "/v1/asks?customerId=C-2")
                        .path("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aTicketThatOpensWhileAnAskWaitsRecallsIt() {
        story.report(story.praise("C-3"));
        story.awaitAsk("C-3", "pending");

        story.report(List.of(story.openTicket("C-3")));

        story.awaitAsk("C-3", "withdrawn");
    }

    @Test
    void aForeignClientWritesASignalThatIsScoredAndReadsTheOpenQueue() {
        story.report(story.praise("C-4").subList(0, 3));
        story.awaitReadiness("C-4", "wait");
        Interop interop = Interop.installed(product);

        interop.writeSignal("""
                {"source":"interop","id":"nps-1","customerId":"C-4","kind":"nps_scored","occurredAt":"%s","satisfaction":{"score":10}}""".formatted(Instant.now()));

        JsonNode readiness = story.awaitReadiness("C-4", "ask_now");
        assertThat(readiness.path("trigger").path("evidence").get(0).asString()).isEqualTo("interop/nps-1");
        String askId = story.awaitAsk("C-4", "pending").path("askId").asString();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(interop.openQueue()).contains(askId));

        story.report(List.of(story.openTicket("C-4")));
        story.awaitAsk("C-4", "withdrawn");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(interop.openQueue()).doesNotContain(askId));
    }

    @Test
    void theOpenQueueIsWrittenAgainByOneCommand() {
        story.report(story.praise("C-7"));
        story.awaitAsk("C-7", "pending");

        var rebuilt = product.command("rebuild", "pending-asks", "--json");

        assertThat(rebuilt.exitCode()).as(rebuilt.output()).isZero();
        assertThat(rebuilt.output()).containsPattern("\"queued\" : [1-9]").contains("\"removed\" : 0");
    }

    @Test
    void killedServicesLoseNothingAndDoubleNothing() {
        List<Integer> leads = IntStream.rangeClosed(1, 60).boxed().toList();
        for (int lead : leads) {
            story.refer(email(lead), externalId(lead), "C-5");
            story.win(externalId(lead));
            switch (lead) {
                case 15 -> product.kill("attribution-tracker");
                case 30 -> product.kill("reward-ledger");
                case 45 -> product.kill("readiness-scorer");
                default -> {}
            }
        }
        assertThat(product.command("status").exitCode())
                .as("status while services are dead")
                .isNotZero();

        product.up();

        assertThat(product.command("status").exitCode()).as("status after up").isZero();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(leads.stream()
                                .map(lead -> rewardsOf(email(lead)))
                                .toList())
                        .allMatch(rewards -> rewards.equals(Set.of("referrer", "referred"))));
        story.report(story.praise("C-6"));
        story.awaitReadiness("C-6", "ask_now");
    }

    @Test
    void theCommandsOfAForeignDirectoryDoNoHarm() {
        var finished = product.run(
                List.of(
                        Repository.root().resolve("askwell").toString(),
                        "reset",
                        "--yes",
                        "--data",
                        directory.toString()),
                Repository.root());

        assertThat(finished.exitCode()).as(finished.output()).isNotZero();
        assertThat(product.command("status").exitCode()).isZero();
    }

    private static Set<String> rewardsOf(String leadEmail) {
        JsonNode referrals = product.get("ATTRIBUTION_TRACKER", "PROGRAM_OWNER", "/v1/referrals?leadEmail=" + leadEmail)
                .path("items");
        assertThat(referrals.size()).as("referrals of %s", leadEmail).isEqualTo(1);
        JsonNode rewards = product.get(
                        "REWARD_LEDGER",
                        "PROGRAM_OWNER",
                        "/v1/rewards?referralId="
                                + referrals.get(0).path("referralId").asString())
                .path("items");
        Set<String> roles = rewards.valueStream()
                .map(reward -> reward.path("role").asString())
                .collect(Collectors.toSet());
        assertThat(rewards.size()).as("rewards of %s", leadEmail).isEqualTo(roles.size());
        return roles;
    }

    private static String email(int lead) {
        return "lead-%d@many.example".formatted(lead);
    }

    private static String externalId(int lead) {
        return "MANY-" + lead;
    }
}
