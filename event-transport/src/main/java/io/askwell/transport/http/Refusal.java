package io.askwell.transport.http;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * What a controller throws when the answer is no; the caller sees it as problem details. The decision itself was a value: only
 * the very edge turns it into this. Thrown inside an idempotent command it undoes the command.
 */
public final class Refusal extends RuntimeException {

    private static final String TYPE_PREFIX = "urn:askwell:problem:";

    private final HttpStatus status;
    private final String code;
    private final String detail;
    private final List<Violation> errors;

    /**
     * @param code one lower-case word with underscores that a program can rely on, such as {@code stale_draft_version}
     * @param detail a sentence for the person who reads it
     */
    public Refusal(HttpStatus status, String code, String detail, List<Violation> errors) {
        super(detail);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    public static Refusal notFound(String detail) {
        return new Refusal(HttpStatus.NOT_FOUND, "not_found", detail, List.of());
    }

    public static Refusal conflict(String code, String detail) {
        return new Refusal(HttpStatus.CONFLICT, code, detail, List.of());
    }

    public static Refusal forbidden(String detail) {
        return new Refusal(HttpStatus.FORBIDDEN, "forbidden", detail, List.of());
    }

    public static Refusal badRequest(String detail) {
        return new Refusal(HttpStatus.BAD_REQUEST, "bad_request", detail, List.of());
    }

    /** The content breaks rules; every broken one is listed. */
    public static Refusal unprocessable(List<Violation> errors) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_content", "The content breaks a rule", errors);
    }

    public static Refusal unprocessable(String pointer, String detail) {
        return unprocessable(List.of(new Violation(pointer, detail)));
    }

    public ProblemDetail toProblem() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE_PREFIX + code));
        problem.setTitle(status.getReasonPhrase());
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }

    /** @param pointer a JSON pointer into the content, such as {@code /attributes/score} */
    public record Violation(String pointer, String detail) {}
}
