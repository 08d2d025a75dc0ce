package io.askwell.ask.http;

import io.askwell.ask.application.Asks.AskRecord;
import io.askwell.ask.application.Asks.Filter;
import io.askwell.ask.application.DecideOnAsk;
import io.askwell.ask.application.FindAsks;
import io.askwell.ask.application.SettleDelivery;
import io.askwell.ask.domain.Person;
import io.askwell.ask.domain.Person.Role;
import io.askwell.transport.http.Cursor;
import io.askwell.transport.http.IdempotentCommands;
import io.askwell.transport.http.Page;
import io.askwell.transport.http.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asks, and what people decide about them. */
@RestController
@RequestMapping("/v1/asks")
public final class AskController {

    private final FindAsks findAsks;
    private final DecideOnAsk decideOnAsk;
    private final SettleDelivery settleDelivery;
    private final IdempotentCommands commands;

    public AskController(
            FindAsks findAsks, DecideOnAsk decideOnAsk, SettleDelivery settleDelivery, IdempotentCommands commands) {
        this.findAsks = findAsks;
        this.decideOnAsk = decideOnAsk;
        this.settleDelivery = settleDelivery;
        this.commands = commands;
    }

    @GetMapping
    public Page<AskView> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String delivery,
            @RequestParam(required = false) @Nullable String ownerId,
            @RequestParam(required = false) @Nullable String customerId,
            @RequestParam(defaultValue = "false") boolean escalated,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Authentication caller) {
        if (status != null && !Words.isStatus(status)) {
            throw Refusal.badRequest("status is one of " + String.join(", ", Words.STATUSES));
        }
        if (delivery != null && !Words.DELIVERIES.contains(delivery)) {
            throw Refusal.badRequest("delivery is one of " + String.join(", ", Words.DELIVERIES));
        }
        String owner = admittedOwner(Callers.person(caller), ownerId);
        var filter = new Filter(status, delivery, owner, customerId, escalated);
        int size = Page.size(limit);
        List<AskRecord> records = findAsks.list(filter, cursor == null ? null : before(cursor), size + 1);
        return Page.of(records.stream().map(AskView::of).toList(), size, last -> Cursor.of(last.askId()));
    }

    @GetMapping("/{askId}")
    public AskView read(@PathVariable String askId, Authentication caller) {
        return switch (findAsks.ask(askId, Callers.person(caller))) {
            case FindAsks.Found.Answer<AskRecord> answer -> AskView.of(answer.value());
            case FindAsks.Found.NotTheirs<AskRecord> _ -> throw Refusals.ofAnotherOwner();
            case FindAsks.Found.Nothing<AskRecord> _ -> throw Refusals.noSuchAsk();
        };
    }

    @PostMapping("/{askId}/decision")
    public ResponseEntity<?> decide(
            @PathVariable String askId,
            @RequestBody DecisionRequest decision,
            Authentication caller,
            HttpServletRequest request) {
        return commands.answer(request, decision, () -> {
            Refusals.throwUnlessDecided(decideOnAsk.decide(askId, decision.command(Callers.person(caller))));
            return ResponseEntity.ok(read(askId, caller));
        });
    }

    @PostMapping("/{askId}/delivery")
    public ResponseEntity<?> settle(
            @PathVariable String askId,
            @RequestBody SettlementRequest settlement,
            Authentication caller,
            HttpServletRequest request) {
        return commands.answer(request, settlement, () -> {
            Refusals.throwUnlessSettled(settleDelivery.settle(askId, settlement.finding(Callers.person(caller))));
            return ResponseEntity.ok(read(askId, caller));
        });
    }

    /** The draft of a pending ask written anew from a template that its owner picks. */
    @PostMapping("/{askId}/draft")
    public ResponseEntity<?> redraft(
            @PathVariable String askId,
            @RequestBody DraftRequest draft,
            Authentication caller,
            HttpServletRequest request) {
        return commands.answer(request, draft, () -> {
            Refusals.throwUnlessDecided(decideOnAsk.decide(askId, draft.command(Callers.person(caller))));
            return ResponseEntity.ok(read(askId, caller));
        });
    }

    /** Account owners see their own customers only, whatever they ask for. */
    private static @Nullable String admittedOwner(Person person, @Nullable String ownerId) {
        if (person.role() != Role.ACCOUNT_OWNER) {
            return ownerId;
        }
        if (ownerId != null && !ownerId.equals(person.id())) {
            throw Refusal.forbidden("Account owners see the asks of their own customers");
        }
        return person.id();
    }

    private static String before(String cursor) {
        String askId = Cursor.parse(cursor, 1).parts().getFirst();
        try {
            return UUID.fromString(askId).toString();
        } catch (IllegalArgumentException _) {
            throw Refusal.badRequest("The cursor is not one of this list");
        }
    }
}
