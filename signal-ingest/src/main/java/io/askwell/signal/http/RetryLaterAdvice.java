package io.askwell.signal.http;

import io.askwell.signal.application.NotAcknowledgedException;
import io.askwell.transport.http.Refusal;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is not the sender's fault: come back later with the same ids. Asked before the common advice. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RetryLaterAdvice {

    private static final Logger log = LoggerFactory.getLogger(RetryLaterAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unacknowledged(NotAcknowledgedException failure) {
        log.atWarn().setCause(failure).log("A batch was not acknowledged; its sender was told to send it again");
        return retryLater(
                "not_acknowledged", "Nothing is confirmed as accepted; send the same ids again, each counts once");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> overloaded(OverloadedException failure) {
        log.atWarn().setCause(failure).log("A batch was not read; its sender was told to send it again");
        return retryLater("overloaded", "Too many large bodies at once; nothing of this one was read");
    }

    private static ResponseEntity<ProblemDetail> retryLater(String code, String detail) {
        var refusal = new Refusal(HttpStatus.SERVICE_UNAVAILABLE, code, detail, List.of());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(refusal.toProblem());
    }
}
