package io.askwell.local.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A signal of a benchmark as a source sends it over HTTP. */
record BenchSignal(String customerId, String json) {

    private static final int CROWD = 2_000;

    /** Everything that a customer needs to be asked but a moment to ask at. */
    static List<BenchSignal> beforeTheMoment(String run, int customers) {
        var signals = new ArrayList<BenchSignal>();
        for (int number = 0; number < customers; number++) {
            var customer = askable(run, number);
            signals.add(of(customer, "profile", "customer_updated", Duration.ofDays(30), """
                    {"name":"Customer %1$d","company":"Company %1$d","accountOwner":"rep-%2$d","segment":"smb","timezone":"UTC","signedUpAt":"%3$s","onboarded":true,"contactName":"Ann Roe","email":"ann@customer.example"}""".formatted(
                            number, number % 50, Instant.now().minus(Duration.ofDays(400)))));
            signals.add(of(customer, "first", "first_success_achieved", Duration.ofDays(20), "{}"));
            signals.add(of(
                    customer, "usage", "usage_reported", Duration.ofDays(10), "{\"percentile\":90,\"activeDays\":40}"));
        }
        return signals;
    }

    /** One in ten is the moment of a customer of this run; between them a crowd uses the product. */
    static List<BenchSignal> ofARun(String run, int signals, long seed) {
        var random = new Random(seed);
        return IntStream.range(0, signals)
                .mapToObj(number -> number % LatencyPlan.ONE_IN == 0
                        ? of(
                                askable(run, number / LatencyPlan.ONE_IN),
                                "moment",
                                "nps_scored",
                                Duration.ZERO,
                                "{\"score\":10,\"comment\":\"You saved us hours\"}")
                        : of(
                                "crowd-" + random.nextInt(CROWD),
                                run + "-" + number,
                                "usage_reported",
                                Duration.ZERO,
                                "{\"percentile\":%d,\"activeDays\":%d}"
                                        .formatted(random.nextInt(101), random.nextInt(31))))
                .toList();
    }

    static boolean isAskable(String customerId) {
        return customerId.startsWith("askable-");
    }

    private static String askable(String run, int number) {
        return "askable-" + run + "-" + number;
    }

    private static BenchSignal of(String customer, String id, String kind, Duration ago, String attributes) {
        return new BenchSignal(customer, """
                {"id":"%s-%s","source":"bench","customerId":"%s","kind":"%s","occurredAt":"%s","attributes":%s}""".formatted(
                        customer, id, customer, kind, Instant.now().minus(ago), attributes));
    }
}
