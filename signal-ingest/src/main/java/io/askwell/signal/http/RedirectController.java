package io.askwell.signal.http;

import io.askwell.signal.application.FollowLink;
import io.askwell.transport.http.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Leads whoever follows a referral link to its page. Open to all; nothing of the visitor is kept. */
@RestController
public final class RedirectController {

    private static final String RETRY_AFTER_SECONDS = "1";

    /** By these browsers and messengers say that nobody is looking yet. */
    private static final List<String> PURPOSES = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");

    private static final List<String> PREVIEWS = List.of("prefetch", "prerender", "preview");

    private final FollowLink followLink;
    private final RateLimit rate;

    public RedirectController(FollowLink followLink, RateLimit rate) {
        this.followLink = followLink;
        this.rate = rate;
    }

    @Operation(summary = "Records the click and leads to the page of the link, with click=<id>")
    @ApiResponse(responseCode = "302", description = "To the page", content = @Content)
    @ApiResponse(responseCode = "404", description = "There is no such link", content = @Content)
    @ApiResponse(responseCode = "429", description = "Too many at once", content = @Content)
    @SecurityRequirements
    @GetMapping("/r/{linkCode}")
    ResponseEntity<Object> follow(@PathVariable String linkCode, HttpServletRequest request) {
        if (!rate.tryTake()) {
            return tooMany();
        }
        URI page = (isVisit(request) ? followLink.visit(linkCode) : followLink.look(linkCode))
                .orElseThrow(() -> Refusal.notFound("There is no such link"));
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(page)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static boolean isVisit(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && PURPOSES.stream()
                        .flatMap(header -> Collections.list(request.getHeaders(header)).stream())
                        .map(purpose -> purpose.toLowerCase(Locale.ROOT))
                        .noneMatch(purpose -> PREVIEWS.stream().anyMatch(purpose::contains));
    }

    private static ResponseEntity<Object> tooMany() {
        var refusal = new Refusal(
                HttpStatus.TOO_MANY_REQUESTS, "too_many_requests", "Too many follow links at once", List.of());
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(refusal.toProblem());
    }
}
