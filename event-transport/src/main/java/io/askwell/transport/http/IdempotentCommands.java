package io.askwell.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.transport.inbox.CommandInbox;
import io.askwell.transport.inbox.CommandInbox.Answer;
import io.askwell.transport.inbox.CommandInbox.CommandKey;
import io.askwell.transport.inbox.CommandInbox.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands with an {@code Idempotency-Key}: the same key and content answer the same, the same key with other content is a
 * conflict. The command runs in one database transaction with the kept answer; only answers of success are kept.
 */
public final class IdempotentCommands {

    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 255;

    private final CommandInbox inbox;
    private final JsonMapper json;

    public IdempotentCommands(CommandInbox inbox, JsonMapper json) {
        this.inbox = inbox;
        this.json = json;
    }

    /**
     * @param content the request's content as it was read; null for none
     * @param command answers with a status and a value for JSON; without a key it simply runs
     */
    public ResponseEntity<?> answer(
            HttpServletRequest request, @Nullable Object content, Supplier<? extends ResponseEntity<?>> command) {
        String key = request.getHeader(HEADER);
        if (key == null) {
            return command.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Refusal.badRequest(HEADER + " has between 1 and " + LONGEST_KEY + " characters");
        }
        if (request.getRemoteUser() == null) {
            throw new IllegalStateException("A command without a caller got past the security filters");
        }
        Outcome outcome = inbox.once(
                new CommandKey(request.getRemoteUser(), key),
                fingerprint(request, content),
                () -> encode(command.get()));
        return switch (outcome) {
            case Outcome.Answered(Answer answer) ->
                ResponseEntity.status(answer.status())
                        .contentType(
                                answer.isSuccess() ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PROBLEM_JSON)
                        .body(answer.body());
            case Outcome.OtherContent() ->
                throw Refusal.conflict("idempotency_key_reused", "This " + HEADER + " was used for another request");
        };
    }

    private Answer encode(ResponseEntity<?> response) {
        Object body = response.getBody();
        return new Answer(response.getStatusCode().value(), body == null ? null : json.writeValueAsBytes(body));
    }

    private byte[] fingerprint(HttpServletRequest request, @Nullable Object content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(UTF_8));
            digest.update(json.writeValueAsBytes(content));
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
