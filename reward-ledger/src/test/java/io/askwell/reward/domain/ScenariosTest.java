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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/**
 * Plays the stories under {@code scenarios/<rule>/<sentence>.yaml} on the real program. Each step happens on a day after the
 * win and does one thing: {@code known} (the segment of a customer), {@code hear} (facts of the tracker; what is not said is
 * a referral that has earned its rewards; {@code ids} for several alike, {@code each} for so many of a referrer each),
 * {@code approve} (of pat, or {@code {role, by}}), {@code reject}, {@code payout} (everything owed goes into a batch), {@code
 * settle} (role and outcome) or {@code wait}. Then come all rewards as they stand, or those {@code of} one referral, and
 * exactly the transfers that the step added.
 */
class ScenariosTest {

    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");
    private static final Set<String> ACTS = Set.of("known", "hear", "approve", "reject", "payout", "settle", "wait");

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
            Set<String> said = new HashSet<>(step.keySet());
            assertThat(said).containsAnyElementsOf(ACTS);
            said.removeAll(ACTS);
            assertThat(said).isSubsetOf("day", "rewards", "of", "transfers");
            int booked = ledger.booked();
            Instant now = ReferralBuilder.WON_AT.plus(Duration.ofDays((int) Objects.requireNonNull(step.get("day"))));
            take(step, ledger, now);
            if (step.containsKey("rewards")) {
                List<Reward> rewards = step.get("of") instanceof String id ? ledger.ofReferral(id) : ledger.rewards();
                assertThat(rewards.stream().map(ScenariosTest::text))
                        .as("rewards on day %s", step.get("day"))
                        .isEqualTo(step.get("rewards"));
                assertThat(ledger.transfersFrom(booked).stream().map(ScenariosTest::text))
                        .as("transfers of day %s", step.get("day"))
                        .isEqualTo(step.getOrDefault("transfers", List.of()));
            }
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
        if (step.get("known") instanceof Map<?, ?> customers) {
            customers.forEach((customer, segment) -> ledger.isKnownAs(
                    party(customer.toString()),
                    Segment.valueOf(segment.toString().toUpperCase(Locale.ROOT))));
        } else if (step.get("hear") instanceof Map<?, ?> facts) {
            referrals(facts).forEach(referral -> ledger.hear(referral, now));
        } else if (step.get("approve") instanceof Map<?, ?> approval) {
            approve(ledger, text(approval, "role"), text(approval, "by"), now);
        } else if (step.get("approve") instanceof String role) {
            approve(ledger, role, "pat", now);
        } else if (step.get("reject") instanceof String role) {
            assertThat(ledger.decide(waiting(ledger, role), new Rejection("pat", now, "not this one")))
                    .isPresent();
        } else if (step.containsKey("payout")) {
            ledger.takeIntoPayout();
        } else if (step.get("settle") instanceof Map<?, ?> outcomes) {
            outcomes.forEach((role, outcome) -> assertThat(
                            ledger.settle(first(ledger, Reward.InPayout.class, role), outcome.equals("paid"), now))
                    .isPresent());
        } else {
            ledger.timePasses(now);
        }
    }

    private static String text(Map<?, ?> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name).toString();
    }

    private static void approve(LedgerInMemory ledger, String role, String by, Instant now) {
        assertThat(ledger.decide(waiting(ledger, role), new Approval(by, now, null)))
                .isPresent();
    }

    private static UUID waiting(LedgerInMemory ledger, Object role) {
        return first(ledger, Reward.AwaitingApproval.class, role);
    }

    private static UUID first(LedgerInMemory ledger, Class<? extends Reward> state, Object role) {
        return ledger.rewards().stream()
                .filter(state::isInstance)
                .filter(reward -> Word.of(reward.terms().key().role()).equals(role))
                .findFirst()
                .orElseThrow()
                .terms()
                .rewardId();
    }

    private static List<Referral> referrals(Map<?, ?> facts) {
        if (facts.get("each") instanceof Integer count) {
            return IntStream.rangeClosed(1, count)
                    .mapToObj(number -> referral(facts, "M-" + number, "customer/M-" + number))
                    .toList();
        }
        String referrer = facts.get("referrer") instanceof String text ? text : null;
        if (facts.get("ids") instanceof List<?> ids) {
            return ids.stream()
                    .map(id -> referral(facts, id.toString(), referrer))
                    .toList();
        }
        return List.of(referral(facts, facts.get("id") instanceof String id ? id : "R-1", referrer));
    }

    private static Referral referral(Map<?, ?> facts, String id, @Nullable String referrer) {
        assertThat(facts.keySet().stream().map(Object::toString))
                .isSubsetOf(
                        "id",
                        "ids",
                        "each",
                        "attribution",
                        "referrer",
                        "confidence",
                        "won",
                        "value",
                        "refunded",
                        "openReviews",
                        "flags",
                        "basis");
        ReferralBuilder referral = ReferralBuilder.wonReferral().id(id).attribution(attribution(facts, referrer));
        if (facts.get("won") instanceof Integer day) {
            referral.wonAt(ReferralBuilder.WON_AT.plus(Duration.ofDays(day)));
        } else if (facts.containsKey("won")) {
            referral.wonAt(null);
        }
        if (facts.containsKey("value")) {
            referral.value(money(facts.get("value")));
        }
        if (facts.containsKey("openReviews")) {
            referral.openReviews(((List<?>) facts.get("openReviews"))
                    .stream().map(Object::toString).toList());
        }
        if (facts.get("flags") instanceof List<?> flags) {
            referral.flags(flags.stream().map(Object::toString).collect(Collectors.toSet()));
        }
        return referral.refunded(money(facts.get("refunded")))
                .basisKnown(!"unknown".equals(facts.get("basis")))
                .build();
    }

    private static Attribution attribution(Map<?, ?> facts, @Nullable String named) {
        Party referrer = named == null ? null : party(named);
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
        String form = reward.terms().form() == RewardForm.CREDIT
                ? ""
                : " as " + Word.of(reward.terms().form());
        return Word.of(reward.terms().key().role()) + " " + Word.of(reward.state()) + ", "
                + text(reward.terms().amount()) + form + rest(reward) + " for "
                + (beneficiary == null ? "nobody" : Word.of(beneficiary.kind()) + "/" + beneficiary.id())
                + (reasons.isEmpty() ? "" : ":" + reasons);
    }

    /** What is left of it, and what is wanted back, where that is not what the amount and the state say already. */
    private static String rest(Reward reward) {
        long amount = reward.terms().amount().amountMinor();
        long outstanding = reward.outstanding().amountMinor();
        boolean isOwed = reward.state().isCommitted() && !(reward instanceof Reward.Paid);
        List<String> parts = new ArrayList<>();
        if (isOwed && outstanding != amount) {
            parts.add(outstanding + " of it outstanding");
        }
        if (reward instanceof Reward.Paid && reward.reducedMinor() > 0) {
            parts.add(reward.reducedMinor() + " of it refunded");
        }
        if (reward.recoverable().amountMinor() > 0) {
            parts.add(reward.recoverable().amountMinor() + " wanted back");
        }
        return parts.isEmpty() ? "" : ", " + String.join(", ", parts) + ",";
    }

    private static String text(Transfer transfer) {
        return transfer.code() + " " + text(transfer.amount()) + ", " + transfer.debit() + " to " + transfer.credit();
    }

    private static String text(Money money) {
        return money.amountMinor() + " " + money.currency();
    }
}
