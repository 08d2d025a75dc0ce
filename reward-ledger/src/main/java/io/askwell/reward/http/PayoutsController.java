package io.askwell.reward.http;

import io.askwell.reward.application.MakePayoutBatch;
import io.askwell.reward.application.Payouts;
import io.askwell.reward.application.ReconcilePayouts;
import io.askwell.reward.application.SettlePayouts;
import io.askwell.reward.application.SettlePayouts.Said;
import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.payout.PayoutBatch;
import io.askwell.reward.domain.payout.PayoutItem;
import io.askwell.reward.domain.payout.PayoutResult;
import io.askwell.transport.http.IdempotentCommands;
import io.askwell.transport.http.Page;
import io.askwell.transport.http.Refusal;
import io.askwell.transport.http.Refusal.Violation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Batches of payouts: what finance sends to the provider, and what comes back. */
@RestController
@RequestMapping("/v1/payout-batches")
public final class PayoutsController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Payouts payouts;
    private final MakePayoutBatch makePayoutBatch;
    private final SettlePayouts settlePayouts;
    private final ReconcilePayouts reconcilePayouts;
    private final IdempotentCommands commands;
    private final InstantSource clock;

    public PayoutsController(
            Payouts payouts,
            MakePayoutBatch makePayoutBatch,
            SettlePayouts settlePayouts,
            ReconcilePayouts reconcilePayouts,
            IdempotentCommands commands,
            InstantSource clock) {
        this.payouts = payouts;
        this.makePayoutBatch = makePayoutBatch;
        this.settlePayouts = settlePayouts;
        this.reconcilePayouts = reconcilePayouts;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "All batches in the order in which they were made, without their items")
    Page<PayoutSummaryView> list(@RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        int size = Page.size(limit);
        List<Payouts.Summary> found = payouts.list(Positions.after(cursor), size + 1);
        Page<Payouts.Summary> page = Page.of(found, size, last -> Positions.cursor(last.position()));
        return new Page<>(page.items().stream().map(PayoutSummaryView::of).toList(), page.next());
    }

    @PostMapping
    @Operation(
            summary = "Puts whatever may be paid now into a batch",
            description =
                    "What is payable and is not in it is listed with all reasons: approved_by_maker, disputed, open_review, "
                            + "nobody_credited, tax_details_missing, below_minimum.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PayoutBatchView.class)))
    ResponseEntity<?> make(@RequestBody PayoutBatchRequest request, Authentication person, HttpServletRequest http) {
        return commands.answer(http, request, () -> switch (makePayoutBatch.make(
                UUID.randomUUID(), request.requireCurrency(), person.getName(), clock.instant())) {
            case MakePayoutBatch.Outcome.Made made -> ResponseEntity.ok(PayoutBatchView.of(made.batch()));
            case MakePayoutBatch.Outcome.CurrencyNotCovered _ -> throw PayoutBatchRequest.notCovered();
        });
    }

    @GetMapping("/{batchId}")
    @Operation(summary = "A batch with its items, as JSON or, where text/csv is asked for, as a table")
    PayoutBatchView find(@PathVariable String batchId) {
        return PayoutBatchView.of(known(batchId));
    }

    @GetMapping(path = "/{batchId}", produces = "text/csv")
    ResponseEntity<String> findAsTable(@PathVariable String batchId) {
        PayoutBatch batch = known(batchId);
        String disposition = ContentDisposition.attachment()
                .filename("payout-batch-" + batch.batchId() + ".csv")
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(PayoutCsv.of(batch));
    }

    @PostMapping("/{batchId}/settlement")
    @Operation(
            summary = "Takes in what the provider says of some items",
            description =
                    "In any order and as often as it is said. Paid and failed are final: what contradicts them is refused "
                            + "as a whole. What is unknown stays in payout until it is asked again with the same itemKey.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PayoutBatchView.class)))
    ResponseEntity<?> settle(
            @PathVariable String batchId,
            @RequestBody SettlementRequest request,
            Authentication person,
            HttpServletRequest http) {
        return commands.answer(http, request, () -> {
            List<Said> said = request.said();
            return switch (settlePayouts.settle(id(batchId), said, person.getName(), clock.instant())) {
                case SettlePayouts.Outcome.Settled settled -> ResponseEntity.ok(PayoutBatchView.of(settled.batch()));
                case SettlePayouts.Outcome.Contradicted contradicted -> throw contradiction(said, contradicted.known());
                case SettlePayouts.Outcome.NotInBatch strangers ->
                    throw Refusal.unprocessable(strangers.places().stream()
                            .map(place -> new Violation(
                                    SettlementRequest.pointer(place) + "/rewardId", "a reward of this batch"))
                            .toList());
                case SettlePayouts.Outcome.NoSuchBatch _ -> throw noSuchBatch();
            };
        });
    }

    @PostMapping(path = "/{batchId}/reconciliation", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Compares the batch with the provider's file, and changes nothing",
            description =
                    "As a JSON array or as text/csv with the columns itemKey, amountMinor, currency, status, providerRef.")
    ReconciliationView reconcile(@PathVariable String batchId, @RequestBody List<@Nullable ProviderLineRequest> file) {
        return reconciled(batchId, file);
    }

    @PostMapping(path = "/{batchId}/reconciliation", consumes = "text/csv")
    ReconciliationView reconcileTable(@PathVariable String batchId, @RequestBody byte[] file) {
        return reconciled(batchId, ProviderCsv.read(file));
    }

    private ReconciliationView reconciled(String batchId, List<@Nullable ProviderLineRequest> file) {
        return reconcilePayouts
                .reconcile(id(batchId), ProviderLineRequest.lines(file))
                .map(ReconciliationView::of)
                .orElseThrow(PayoutsController::noSuchBatch);
    }

    private PayoutBatch known(String batchId) {
        return payouts.find(id(batchId)).orElseThrow(PayoutsController::noSuchBatch);
    }

    private static Refusal contradiction(List<Said> said, List<PayoutItem> known) {
        List<Violation> errors = known.stream()
                .map(item -> new Violation(SettlementRequest.pointer(place(said, item)), finalWordOn(item)))
                .toList();
        return new Refusal(
                HttpStatus.CONFLICT,
                "contradicts_final_result",
                "Nothing was booked: some results contradict what is final",
                errors);
    }

    private static int place(List<Said> said, PayoutItem item) {
        return IntStream.range(0, said.size())
                .filter(place -> said.get(place).rewardId().equals(item.rewardId()))
                .findFirst()
                .orElseThrow();
    }

    private static String finalWordOn(PayoutItem item) {
        PayoutResult result = Objects.requireNonNull(item.result());
        String reference = result.providerRef() == null ? "" : " under the reference " + result.providerRef();
        return "The reward " + item.rewardId() + " is " + Word.of(item.status()) + " already" + reference;
    }

    /** What is not an id is the id of no batch. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw noSuchBatch();
        }
    }

    private static Refusal noSuchBatch() {
        return Refusal.notFound("No such payout batch");
    }
}
