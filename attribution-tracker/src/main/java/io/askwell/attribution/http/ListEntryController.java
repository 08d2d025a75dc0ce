package io.askwell.attribution.http;

import io.askwell.attribution.application.ChangeLists;
import io.askwell.attribution.application.ListEntries;
import io.askwell.attribution.application.ReferralSearch.Place;
import io.askwell.transport.http.IdempotentCommands;
import io.askwell.transport.http.Page;
import io.askwell.transport.http.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The allow list and the block list. */
@RestController
@RequestMapping("/v1/list-entries")
public final class ListEntryController {

    private final ListEntries entries;
    private final ChangeLists changeLists;
    private final IdempotentCommands commands;

    public ListEntryController(ListEntries entries, ChangeLists changeLists, IdempotentCommands commands) {
        this.entries = entries;
        this.changeLists = changeLists;
        this.commands = commands;
    }

    @GetMapping
    @Operation(summary = "Entries of both lists, the newest first, those that were taken back among them")
    Page<ListEntryView> list(@RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        int size = Page.size(limit);
        List<ListEntries.Kept> found = entries.list(Places.after(cursor), size + 1);
        Page<ListEntries.Kept> page = Page.of(
                found,
                size,
                last -> Places.cursor(new Place(last.entry().at(), last.entry().entryId())));
        return new Page<>(page.items().stream().map(ListEntryView::of).toList(), page.next());
    }

    @PostMapping
    @Operation(
            summary = "Allows or blocks somebody",
            description = "Referrals that it concerns are judged again soon after, unless they are final and paid.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListEntryView.class)))
    ResponseEntity<?> add(@RequestBody ListEntryRequest request, Authentication person, HttpServletRequest http) {
        return commands.answer(http, request, () -> answer(changeLists.add(request.addition(person.getName()))));
    }

    @DeleteMapping("/{entryId}")
    @Operation(summary = "Takes an entry back; it stays in the list as history")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListEntryView.class)))
    ResponseEntity<?> remove(@PathVariable String entryId, Authentication person, HttpServletRequest http) {
        return commands.answer(
                http,
                null,
                () -> answer(changeLists.remove(
                        Ids.parse(entryId).orElseThrow(ListEntryController::noSuchEntry), person.getName())));
    }

    private static ResponseEntity<ListEntryView> answer(ChangeLists.Outcome outcome) {
        return switch (outcome) {
            case ChangeLists.Outcome.Changed changed -> ResponseEntity.ok(ListEntryView.of(changed.entry()));
            case ChangeLists.Outcome.AlreadyListed _ ->
                throw Refusal.conflict("already_listed", "The list holds the same already");
            case ChangeLists.Outcome.AlreadyRemoved _ ->
                throw Refusal.conflict("already_removed", "Somebody has taken this entry back already");
            case ChangeLists.Outcome.NoSuchEntry _ -> throw noSuchEntry();
        };
    }

    private static Refusal noSuchEntry() {
        return Refusal.notFound("No such entry");
    }
}
