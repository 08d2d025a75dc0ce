package io.askwell.signal.http;

import io.askwell.signal.application.TakeReports;
import io.askwell.signal.domain.LeadReport;
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

/** Who was referred, and what became of them. */
@RestController
@ApiResponse(
        responseCode = "202",
        description = "The broker has acknowledged everything that was accepted; what was not is listed",
        content = @Content(schema = @Schema(implementation = ReceiptAnswer.class)))
@ApiResponse(responseCode = "422", description = "Nothing was accepted; every reason is listed", content = @Content)
@ApiResponse(responseCode = "503", description = "Not acknowledged; send the same ids again", content = @Content)
public final class LeadController {

    private static final String SUBMISSION = """
            { "id": "form-881", "source": "website-form", "occurredAt": "2026-10-02T10:00:00Z",
              "lead": { "name": "Sam Roe", "email": "sam.roe@acme.example", "company": "Acme, Inc." },
              "referrer": { "customerId": "C-100" }, "sourcePath": { "channel": "form" },
              "introductionBasis": "advocate_introduced" }""";

    private static final String UPDATE = """
            { "id": "crm-5", "source": "hubspot", "occurredAt": "2026-10-09T08:00:00Z",
              "lead": { "email": "sam.roe@acme.example" }, "stage": "deal_won",
              "value": { "amountMinor": 2500000, "currency": "USD" }, "owner": "rep-7" }""";

    private final IntakeDesk desk;
    private final TakeReports<LeadReport, ?> leads;

    public LeadController(IntakeDesk desk, TakeReports<LeadReport, ?> leads) {
        this.desk = desk;
        this.leads = leads;
    }

    @Operation(
            summary = "Report referral submissions: one object, an array, or one object a line",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        examples = @ExampleObject(SUBMISSION)),
                                @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE)
                            }))
    @PostMapping(
            path = "/v1/leads",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
    public ResponseEntity<Object> submit(HttpServletRequest request) throws IOException {
        return desk.handle(request, LeadJson::submission, leads);
    }

    @Operation(
            summary = "Report what the CRM says happened: one object, an array, or one object a line",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        examples = @ExampleObject(UPDATE)),
                                @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE)
                            }))
    @PostMapping(
            path = "/v1/lead-updates",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
    public ResponseEntity<Object> update(HttpServletRequest request) throws IOException {
        return desk.handle(request, LeadJson::update, leads);
    }
}
