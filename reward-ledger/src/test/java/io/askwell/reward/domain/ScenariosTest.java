package io.askwell.reward.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.ledger.Transfer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/**
 * Plays the stories under {@code scenarios/<rule>/<sentence>.yaml} on the real program. Each step happens on a day after the
 * win and does one thing: {@code hear} (facts of the tracker; what is not said is a referral that has earned its
 * rewards), {@code approve}, {@code reject} or {@code wait}. Then come all rewards as they stand, and exactly the transfers
 * that the step added.
 */
class ScenariosTest {

    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");

    @TestFactory
    Stream<DynamicTest> scenarios() throws IOException {
        try (Stream<Path> files = Files.walk(SCENARIOS)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file ->
                            DynamicTest.dynamicTest(SCENARIOS.relativize(file).toString(), () -> play(file)))
                    .toList()
                    .stream();
        }
    }

    private static void play(Path file) {
        LedgerInMemory ledger = new LedgerInMemory();
        for (Map<String, Object> step : steps(file)) {
            assertThat(step.keySet()).isSubsetOf("day", "hear", "approve", "reject", "wait", "rewards", "transfers");
            int booked = ledger.transfers().size();
            Instant now = ReferralBuilder.WON_AT.plus(Duration.ofDays((int) Objects.requireNonNull(step.get("day"))));
            take(step, ledger, now);
            assertThat(ledger.rewards().stream().map(ScenariosTest::text))
                    .as("rewards on day %s", step.get("day"))
                    .isEqualTo(step.get("rewards"));
            assertThat(ledger.transfers().stream().skip(booked).map(ScenariosTest::text))
                    .as("transfers of day %s", step.get("day"))
                    .isEqualTo(step.getOrDefault("transfers", List.of()));
        }
    }

    private static List<Map<String, Object>> steps(Path file) {
        try {
            return new Yaml().load(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void take(Map<String, Object> step, LedgerInMemory ledger, Instant now) {
        if (step.get("hear") instanceof Map<?, ?> facts) {
            ledger.hear(referral(facts), now);
        } else if (step.get("approve") instanceof String role) {
            assertThat(ledger.decide(waiting(ledger, role), new Approval("pat", now, null)))
                    .isPresent();
        } else if (step.get("reject") instanceof String role) {
            assertThat(ledger.decide(waiting(ledger, role), new Rejection("pat", now, "not this one")))
                    .isPresent();
        } else {
            assertThat(step).containsKey("wait");
            ledger.timePasses(now);
        }
    }

    private static UUID waiting(LedgerInMemory ledger, String role) {
        return ledger.rewards().stream()
                .filter(reward -> reward instanceof Reward.AwaitingApproval)
                .filter(reward -> Word.of(reward.terms().key().role()).equals(role))
                .findFirst()
                .orElseThrow()
                .terms()
                .rewardId();
    }

    private static Referral referral(Map<?, ?> facts) {
        assertThat(facts.keySet().stream().map(Object::toString))
                .isSubsetOf(
                        "attribution", "referrer", "confidence", "won", "value", "refunded", "openReviews", "basis");
        ReferralBuilder referral = ReferralBuilder.wonReferral().attribution(attribution(facts));
        if (facts.containsKey("won") && facts.get("won").equals(false)) {
            referral.wonAt(null);
        }
        if (facts.containsKey("value")) {
            referral.value(money(facts.get("value")));
        }
        if (facts.containsKey("openReviews")) {
            referral.openReviews(((List<?>) facts.get("openReviews"))
                    .stream().map(Object::toString).toList());
        }
        return referral.refunded(money(facts.get("refunded")))
                .basisKnown(!"unknown".equals(facts.get("basis")))
                .build();
    }

    private static Attribution attribution(Map<?, ?> facts) {
        Party referrer = facts.get("referrer") instanceof String text ? party(text) : null;
        String confidence = facts.get("confidence") instanceof String text ? text : "high";
        String state = facts.get("attribution") instanceof String text ? text : "attributed";
        return switch (state) {
            case "unclaimed" -> new Attribution.Unclaimed();
            case "disputed" -> new Attribution.Disputed();
            case "settled" -> new Attribution.Settled(referrer);
            case "merged" -> new Attribution.Merged("R-0");
            case "attributed" ->
                new Attribution.Attributed(
                        referrer == null ? ReferralBuilder.ADA : referrer,
                        Confidence.valueOf(confidence.toUpperCase(Locale.ROOT)));
            default -> throw new IllegalArgumentException("not an attribution: " + state);
        };
    }

    private static Party party(String text) {
        String[] parts = text.split("/", 2);
        return new Party(Party.Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]);
    }

    private static @Nullable Money money(@Nullable Object text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.toString().split(" ", 2);
        return new Money(Long.parseLong(parts[0]), parts[1]);
    }

    private static String text(Reward reward) {
        Party beneficiary = reward.terms().beneficiary();
        String reasons = reward.reasons().stream()
                .map(reason -> " " + Word.of(reason.code()))
                .collect(Collectors.joining());
        return Word.of(reward.terms().key().role()) + " " + Word.of(reward.state()) + ", "
                + text(reward.terms().amount()) + " for "
                + (beneficiary == null ? "nobody" : Word.of(beneficiary.kind()) + "/" + beneficiary.id())
                + (reasons.isEmpty() ? "" : ":" + reasons);
    }

    private static String text(Transfer transfer) {
        return transfer.code() + " " + text(transfer.amount()) + ", " + transfer.debit() + " to " + transfer.credit();
    }

    private static String text(Money money) {
        return money.amountMinor() + " " + money.currency();
    }
}
