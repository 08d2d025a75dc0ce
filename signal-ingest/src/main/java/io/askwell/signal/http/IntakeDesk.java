package io.askwell.signal.http;

import io.askwell.signal.application.TakeReports;
import io.askwell.signal.domain.Report;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** The way of every body of reports: wait for its turn, read, take in, answer. */
public final class IntakeDesk {

    private final BodyBudget budget;
    private final BatchReader batches;

    public IntakeDesk(BodyBudget budget, BatchReader batches) {
        this.budget = budget;
        this.batches = batches;
    }

    <R extends Report> ResponseEntity<Object> handle(
            HttpServletRequest request, Function<JsonFields, R> reader, TakeReports<R, ?> reports) throws IOException {
        try (var _ = budget.take(mostBytes(request))) {
            Batch<R> batch = batches.read(request, reader);
            return ReceiptAnswer.to(batch, reports.take(batch.readings()));
        }
    }

    private static int mostBytes(HttpServletRequest request) {
        long announced = request.getContentLengthLong();
        return announced < 0 ? BatchReader.MOST_BYTES : (int) Math.min(announced, BatchReader.MOST_BYTES);
    }
}
