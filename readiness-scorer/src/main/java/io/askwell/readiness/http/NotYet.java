package io.askwell.readiness.http;

import io.askwell.transport.http.Refusal;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The answer while state is restored, moves or is out of reach: 503, and when to ask again. */
final class NotYet {

    private static final String RETRY_SECONDS = "2";

    private NotYet() {}

    /** @param detail a sentence for the person who reads it */
    static ErrorResponseException because(String detail) {
        var refusal = new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "state_not_ready", detail, List.of());
        var unavailable = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE, refusal.toProblem(), refusal);
        unavailable.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return unavailable;
    }
}
