package io.askwell.signal.http;

import io.askwell.signal.domain.Receipt;
import io.askwell.transport.http.Refusal;
import io.askwell.transport.http.Refusal.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** The receipt as the sender sees it; pointers of an item lead into that item. */
record ReceiptAnswer(int accepted, List<RejectedItem> rejected) {

    record RejectedItem(int index, @Nullable String id, List<Violation> errors) {

        private Stream<Violation> errorsInArray() {
            return errors.stream().map(error -> new Violation("/" + index + error.pointer(), error.detail()));
        }
    }

    /** 202 when anything was accepted. Else 422, as a problem whose pointers lead into the body. */
    static ResponseEntity<Object> to(Batch<?> batch, Receipt receipt) {
        var answer = new ReceiptAnswer(
                receipt.accepted(),
                receipt.rejected().stream().map(ReceiptAnswer::item).toList());
        if (receipt.accepted() > 0) {
            return ResponseEntity.status(HttpStatus.ACCEPTED).body(answer);
        }
        ProblemDetail problem =
                Refusal.unprocessable(answer.errorsInBody(batch.single())).toProblem();
        problem.setProperty("accepted", answer.accepted());
        problem.setProperty("rejected", answer.rejected());
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static RejectedItem item(Receipt.Rejection rejection) {
        return new RejectedItem(
                rejection.index(),
                rejection.id(),
                rejection.reasons().stream()
                        .map(reason -> new Violation(reason.pointer(), reason.detail()))
                        .toList());
    }

    private List<Violation> errorsInBody(boolean single) {
        if (rejected.isEmpty()) {
            return List.of(new Violation("", "must contain at least one report"));
        }
        return rejected.stream()
                .flatMap(item -> single ? item.errors().stream() : item.errorsInArray())
                .toList();
    }
}
