package io.askwell.signal.http;

import io.askwell.signal.application.TakeReports;
import io.askwell.signal.domain.SignalReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happened to customers. */
@RestController
@ApiResponse(
        responseCode = "202",
        description = "The broker has acknowledged everything that was accepted; what was not is listed",
        content = @Content(schema = @Schema(implementation = ReceiptAnswer.class)))
@ApiResponse(responseCode = "422", description = "Nothing was accepted; every reason is listed", content = @Content)
@ApiResponse(responseCode = "503", description = "Not acknowledged; send the same ids again", content = @Content)
public final class SignalController {

    private static final String EXAMPLE = """
            { "id": "evt-1", "source": "delighted", "customerId": "C-100", "kind": "nps_scored",
              "occurredAt": "2026-10-01T09:30:00Z", "attributes": { "score": 9, "comment": "You saved us hours" } }""";

    private final IntakeDesk desk;
    private final TakeReports<SignalReport, ?> signals;

    public SignalController(IntakeDesk desk, TakeReports<SignalReport, ?> signals) {
        this.desk = desk;
        this.signals = signals;
    }

    @Operation(
            summary = "Report signals: one object, an array, or one object a line",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        examples = @ExampleObject(EXAMPLE)),
                                @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE)
                            }))
    @PostMapping(
            path = "/v1/signals",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
    public ResponseEntity<Object> report(HttpServletRequest request) throws IOException {
        return desk.handle(request, SignalJson::signal, signals);
    }
}
