package io.askwell.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;

/** Answers as the registry does, and fails in the ways that a real one cannot be made to on demand. */
final class StubRegistry implements AutoCloseable {

    /** How it is. */
    sealed interface Condition {

        record Healthy() implements Condition {}

        record Answering(int status) implements Condition {}

        record Dropping() implements Condition {}

        record Silent() implements Condition {}
    }

    volatile Condition condition = new Condition.Healthy();

    final AtomicInteger questions = new AtomicInteger();

    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    StubRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/apis/registry/v3", this::answer);
        server.start();
    }

    String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void register(int id, Schema schema) {
        schemas.put(id, schema);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        questions.incrementAndGet();
        switch (condition) {
            case Condition.Healthy() -> answerWell(exchange);
            case Condition.Answering(int status) ->
                send(exchange, status, "{\"status\":%d,\"title\":\"No\"}".formatted(status));
            case Condition.Dropping() -> exchange.close();
            case Condition.Silent() -> staySilent();
        }
    }

    private void staySilent() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerWell(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.endsWith("/references")) {
            send(exchange, 200, "[]");
        } else if (path.endsWith("/search/versions")) {
            send(exchange, 200, versionsOf(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        } else {
            var schema = schemas.get(Integer.valueOf(path.substring(path.lastIndexOf('/') + 1)));
            if (schema == null) {
                send(exchange, 404, "{\"status\":404,\"title\":\"No content with that id\"}");
            } else {
                send(exchange, 200, schema.toString());
            }
        }
    }

    private String versionsOf(String content) {
        return schemas.entrySet().stream()
                .filter(entry -> entry.getValue().toString().equals(content))
                .findFirst()
                .map(entry -> "{\"count\":1,\"versions\":[{\"contentId\":%d,\"globalId\":7,\"version\":\"1\"}]}"
                        .formatted(entry.getKey()))
                .orElse("{\"count\":0,\"versions\":[]}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
