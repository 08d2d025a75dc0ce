package io.askwell.reward;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A payment provider on a bad day. It keeps its promise about keys, and nothing else: it times out before or after it has
 * paid, fails, tells things twice, and tells them in any order, the old after the new.
 */
final class FakeProvider {

    /** What it did to its callers. */
    enum Trouble {
        TIMED_OUT_UNPAID,
        TIMED_OUT_THOUGH_PAID,
        FAILED,
        ASKED_AGAIN,
        TOLD_TWICE,
        TOLD_LATE
    }

    /** @param reference null for what it does not know */
    record Told(String itemKey, String outcome, @Nullable String reference) {}

    /** @param isPaid false for one that failed for good */
    private record Payment(boolean isPaid, String reference) {}

    private final RandomGenerator random;
    private final Map<String, Payment> payments = new LinkedHashMap<>();
    private final List<Told> held = new ArrayList<>();
    private final Map<Trouble, Integer> troubles = new EnumMap<>(Trouble.class);

    FakeProvider(RandomGenerator random) {
        this.random = random;
    }

    void pay(String itemKey) {
        Payment known = payments.get(itemKey);
        if (known != null) {
            met(Trouble.ASKED_AGAIN);
            hold(told(itemKey, known));
            return;
        }
        switch (random.nextInt(5)) {
            case 0 -> {
                met(Trouble.TIMED_OUT_UNPAID);
                hold(new Told(itemKey, "unknown", null));
            }
            case 1 -> {
                met(Trouble.TIMED_OUT_THOUGH_PAID);
                carryOut(itemKey, true);
                hold(new Told(itemKey, "unknown", null));
            }
            case 2 -> {
                met(Trouble.FAILED);
                hold(told(itemKey, carryOut(itemKey, false)));
            }
            default -> hold(told(itemKey, carryOut(itemKey, true)));
        }
    }

    /** Some of what there is to tell, in any order; the rest comes later. */
    List<Told> tell() {
        Collections.shuffle(held, Random.from(random));
        int now = held.isEmpty() ? 0 : 1 + random.nextInt(held.size());
        List<Told> told = List.copyOf(held.subList(0, now));
        held.subList(0, now).clear();
        if (!held.isEmpty()) {
            met(Trouble.TOLD_LATE);
        }
        return told;
    }

    /** As its own file says it, in our words. */
    Map<String, Told> file() {
        Map<String, Told> file = new LinkedHashMap<>();
        payments.forEach((itemKey, payment) -> file.put(itemKey, told(itemKey, payment)));
        return file;
    }

    Map<Trouble, Integer> troubles() {
        return troubles;
    }

    private Payment carryOut(String itemKey, boolean isPaid) {
        Payment payment = new Payment(isPaid, "P-" + (payments.size() + 1));
        payments.put(itemKey, payment);
        return payment;
    }

    private void hold(Told told) {
        held.add(told);
        if (random.nextInt(3) == 0) {
            met(Trouble.TOLD_TWICE);
            held.add(told);
        }
    }

    private void met(Trouble trouble) {
        troubles.merge(trouble, 1, Integer::sum);
    }

    private static Told told(String itemKey, Payment payment) {
        return new Told(itemKey, payment.isPaid() ? "paid" : "failed", payment.reference());
    }
}
