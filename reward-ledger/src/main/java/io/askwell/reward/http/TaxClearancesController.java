package io.askwell.reward.http;

import io.askwell.reward.application.ClearTaxDetails;
import io.askwell.reward.application.TaxClearances;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.payout.TaxClearance;
import io.askwell.transport.http.IdempotentCommands;
import io.askwell.transport.http.Page;
import io.askwell.transport.http.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whose tax details are on file, as people said it. */
@RestController
@RequestMapping("/v1/tax-clearances")
public final class TaxClearancesController {

    private final TaxClearances clearances;
    private final ClearTaxDetails clearTaxDetails;
    private final IdempotentCommands commands;
    private final InstantSource clock;

    public TaxClearancesController(
            TaxClearances clearances,
            ClearTaxDetails clearTaxDetails,
            IdempotentCommands commands,
            InstantSource clock) {
        this.clearances = clearances;
        this.clearTaxDetails = clearTaxDetails;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "All that was said about tax details, in order",
            description = "The last entry of a beneficiary counts. kind and id together ask for one beneficiary.")
    Page<TaxClearanceView> list(
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String id,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        int size = Page.size(limit);
        List<TaxClearances.Listed> found = clearances.list(beneficiary(kind, id), Positions.after(cursor), size + 1);
        Page<TaxClearances.Listed> page = Page.of(found, size, last -> Positions.cursor(last.position()));
        return new Page<>(
                page.items().stream()
                        .map(listed -> TaxClearanceView.of(listed.clearance()))
                        .toList(),
                page.next());
    }

    @PostMapping
    @Operation(summary = "Says that the tax details of a beneficiary are on file, or are no more")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaxClearanceView.class)))
    ResponseEntity<?> say(@RequestBody TaxClearanceRequest request, Authentication person, HttpServletRequest http) {
        return commands.answer(http, request, () -> {
            TaxClearance clearance = request.by(person.getName(), clock.instant());
            clearTaxDetails.say(clearance);
            return ResponseEntity.ok(TaxClearanceView.of(clearance));
        });
    }

    private static @Nullable Party beneficiary(@Nullable String kind, @Nullable String id) {
        if (kind == null && id == null) {
            return null;
        }
        if (kind == null || id == null) {
            throw Refusal.badRequest("kind and id go together");
        }
        return TaxClearanceRequest.kind(kind)
                .map(known -> new Party(known, id))
                .orElseThrow(() -> Refusal.badRequest("kind is one of " + TaxClearanceRequest.kinds()));
    }
}
