package io.askwell.readiness.http;

import io.askwell.readiness.application.AdvocateSearch;
import io.askwell.readiness.application.FindHeldAdvocates;
import io.askwell.readiness.application.TakeCensus;
import io.askwell.readiness.domain.AdvocateScore;
import io.askwell.transport.http.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the instances ask one another: each answers for the customers that it holds, and asks nobody else. */
@Hidden
@RestController
@RequestMapping("/v1/instance")
public final class InstanceController {

    private static final int MOST = 1_000;

    private final TakeCensus census;
    private final FindHeldAdvocates heldAdvocates;

    public InstanceController(TakeCensus census, FindHeldAdvocates heldAdvocates) {
        this.census = census;
        this.heldAdvocates = heldAdvocates;
    }

    @GetMapping("/advocate-histogram")
    HeldHistogramView histogram() {
        return census.here().map(HeldHistogramView::ofCensus).orElseThrow(InstanceController::moving);
    }

    @GetMapping("/advocates")
    HeldAdvocatesView advocates(
            @RequestParam int lowestTenths,
            @RequestParam int most,
            @RequestParam(required = false) @Nullable String cursor) {
        if (lowestTenths < 0 || lowestTenths > AdvocateScore.MOST_TENTHS || most < 1 || most > MOST) {
            throw Refusal.badRequest("lowestTenths and most are between 0 and 1000");
        }
        var search = new AdvocateSearch(new AdvocateScore(lowestTenths), AdvocateCursor.parse(cursor), most);
        return heldAdvocates.find(search).map(HeldAdvocatesView::of).orElseThrow(InstanceController::moving);
    }

    private static ErrorResponseException moving() {
        return NotYet.because("A partition is moving; ask again in a moment");
    }
}
