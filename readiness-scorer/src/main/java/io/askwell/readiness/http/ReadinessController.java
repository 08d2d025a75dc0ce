package io.askwell.readiness.http;

import io.askwell.readiness.application.ReadReadiness;
import io.askwell.readiness.application.ReadReadiness.Answer;
import io.askwell.readiness.application.StampedPolicy;
import io.askwell.transport.http.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** How ready a customer is, and why. Any instance answers for all, by asking the one that holds the customer. */
@RestController
public final class ReadinessController {

    private static final List<String> PASSED_ON = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.RETRY_AFTER);

    private final ReadReadiness readReadiness;
    private final StampedPolicy policy;
    private final InstanceClient instances;

    public ReadinessController(ReadReadiness readReadiness, StampedPolicy policy, InstanceClient instances) {
        this.readReadiness = readReadiness;
        this.policy = policy;
        this.instances = instances;
    }

    @GetMapping("/v1/customers/{customerId}/readiness")
    @Operation(summary = "How ready a customer is at this moment, and why")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReadinessView.class)))
    @ApiResponse(responseCode = "404", description = "No signal of this customer has come yet", content = @Content)
    @ApiResponse(
            responseCode = "503",
            description = "The state is being restored or moved; ask again after Retry-After",
            content = @Content)
    ResponseEntity<?> readiness(
            @PathVariable String customerId,
            @Parameter(hidden = true) @RequestHeader(name = InstanceClient.FORWARDED, required = false) @Nullable
                    String forwarded,
            HttpServletRequest request) {
        return switch (readReadiness.of(customerId)) {
            case Answer.Known known -> ResponseEntity.ok(ReadinessView.of(customerId, known, policy));
            case Answer.NeverSeen() -> throw Refusal.notFound("No signal of this customer has come yet");
            case Answer.HeldBy(var address) when forwarded == null -> answerOf(address, request);
            case Answer.HeldBy _, Answer.NotYet _ ->
                throw NotYet.because("The customer's state is being restored; ask again in a moment");
        };
    }

    private ResponseEntity<?> answerOf(String address, HttpServletRequest request) {
        return instances
                .get(address, request.getRequestURI())
                .join()
                .map(ReadinessController::passedOn)
                .orElseThrow(() ->
                        NotYet.because("The instance that holds the customer does not answer; ask again in a moment"));
    }

    private static ResponseEntity<byte[]> passedOn(HttpResponse<byte[]> answer) {
        var headers = new HttpHeaders();
        for (String name : PASSED_ON) {
            answer.headers().firstValue(name).ifPresent(value -> headers.set(name, value));
        }
        return ResponseEntity.status(answer.statusCode()).headers(headers).body(answer.body());
    }
}
