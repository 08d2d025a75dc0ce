package io.askwell.readiness.http;

import io.askwell.readiness.application.ReadReadiness;
import io.askwell.readiness.application.ReadReadiness.Answer.Known;
import io.askwell.readiness.application.ReadReadiness.Answer.NeverSeen;
import io.askwell.readiness.application.ReadReadiness.Answer.NotYet;
import io.askwell.readiness.application.StampedPolicy;
import io.askwell.transport.http.Refusal;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How ready a customer is, and why. */
@RestController
public final class ReadinessController {

    private static final String RETRY_SECONDS = "2";

    private final ReadReadiness readReadiness;
    private final StampedPolicy policy;

    public ReadinessController(ReadReadiness readReadiness, StampedPolicy policy) {
        this.readReadiness = readReadiness;
        this.policy = policy;
    }

    @GetMapping("/v1/customers/{customerId}/readiness")
    ReadinessView readiness(@PathVariable String customerId) {
        return switch (readReadiness.of(customerId)) {
            case Known(var assessed) -> ReadinessView.of(customerId, assessed, policy);
            case NeverSeen() -> throw Refusal.notFound("No signal of this customer has come yet");
            case NotYet() -> throw notYet();
        };
    }

    private static ErrorResponseException notYet() {
        var refusal = new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "state_not_ready",
                "The customer's state is being restored; ask again in a moment",
                List.of());
        var unavailable = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE, refusal.toProblem(), refusal);
        unavailable.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return unavailable;
    }
}
