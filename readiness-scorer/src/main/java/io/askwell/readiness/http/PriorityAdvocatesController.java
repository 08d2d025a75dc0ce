package io.askwell.readiness.http;

import io.askwell.readiness.application.ListPriorityAdvocates;
import io.askwell.readiness.domain.Advocate;
import io.askwell.transport.http.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The customers who speak for us most. */
@RestController
public final class PriorityAdvocatesController {

    private final ListPriorityAdvocates listPriorityAdvocates;

    public PriorityAdvocatesController(ListPriorityAdvocates listPriorityAdvocates) {
        this.listPriorityAdvocates = listPriorityAdvocates;
    }

    @GetMapping("/v1/priority-advocates")
    @Operation(summary = "The top tenth by advocate score and all who tie with its last, the highest first")
    @ApiResponse(responseCode = "200")
    @ApiResponse(
            responseCode = "503",
            description = "Some customers are out of reach, so the top tenth is not known; ask again after Retry-After",
            content = @Content)
    Page<AdvocateView> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Page.size(limit);
        Page<Advocate> page = listPriorityAdvocates
                .page(AdvocateCursor.parse(cursor), size + 1)
                .map(found -> Page.of(found, size, AdvocateCursor::of))
                .orElseThrow(() -> NotYet.because("Some customers are out of reach; ask again in a moment"));
        return new Page<>(page.items().stream().map(AdvocateView::of).toList(), page.next());
    }
}
