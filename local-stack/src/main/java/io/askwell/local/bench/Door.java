package io.askwell.local.bench;

import io.askwell.local.server.ServerFailedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** Hands signals in at the public door and notes when each was accepted. */
final class Door implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_UNANSWERED = 2_000;
    private static final int LINES_AT_ONCE = 500;

    /** So that the cost of HTTP, which the sources share among many machines, leaves this one to the product. */
    private static final int REQUESTS_A_SECOND = 50;

    private static final int ACCEPTED = 202;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI signals;
    private final String token;

    Door(String url, String token) {
        this.signals = URI.create(url + "/v1/signals");
        this.token = token;
    }

    /** Returns once all are accepted. */
    void handIn(List<BenchSignal> all, Progress progress) {
        for (int from = 0; from < all.size(); from += LINES_AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + LINES_AT_ONCE));
            requireAccepted(answerTo(request("application/x-ndjson", lines(some))));
            progress.reached(from + some.size(), all.size());
        }
    }

    /**
     * Hands in so many signals a second, a few a request as a busy source does, without waiting for answers.
     *
     * @return when each customer's latest signal was accepted, by {@link System#nanoTime()}
     */
    Map<String, Long> handInAtRate(List<BenchSignal> all, int rate, Progress progress) {
        var acceptedAt = new ConcurrentHashMap<String, Long>();
        var answers = new ArrayList<CompletableFuture<Boolean>>();
        var unanswered = new Semaphore(MOST_UNANSWERED);
        int atOnce = Math.max(1, rate / REQUESTS_A_SECOND);
        long start = System.nanoTime();
        for (int from = 0; from < all.size(); from += atOnce) {
            var some = all.subList(from, Math.min(all.size(), from + atOnce));
            awaitMoment(start + from * Duration.ofSeconds(1).toNanos() / rate);
            unanswered.acquireUninterruptibly();
            answers.add(client.sendAsync(request("application/x-ndjson", lines(some)), BodyHandlers.discarding())
                    .handle((answer, failure) -> {
                        unanswered.release();
                        boolean accepted = failure == null && answer.statusCode() == ACCEPTED;
                        if (accepted) {
                            long now = System.nanoTime();
                            some.forEach(signal -> acceptedAt.put(signal.customerId(), now));
                        }
                        return accepted;
                    }));
            if (from % rate == 0) {
                progress.reached(from, all.size());
            }
        }
        long refused = answers.stream().filter(accepted -> !accepted.join()).count();
        if (refused > 0) {
            throw new ServerFailedException("%d of %d requests were not accepted".formatted(refused, answers.size()));
        }
        return acceptedAt;
    }

    @Override
    public void close() {
        client.close();
    }

    private static String lines(List<BenchSignal> signals) {
        return String.join("\n", signals.stream().map(BenchSignal::json).toList());
    }

    private HttpRequest request(String contentType, String body) {
        return HttpRequest.newBuilder(signals)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> answerTo(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ServerFailedException("The door did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted at the door", e);
        }
    }

    private static void requireAccepted(HttpResponse<String> answer) {
        if (answer.statusCode() != ACCEPTED) {
            throw new ServerFailedException("The door answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static void awaitMoment(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
