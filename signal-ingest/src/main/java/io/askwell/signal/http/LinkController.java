package io.askwell.signal.http;

import io.askwell.signal.application.MakeLink;
import io.askwell.signal.domain.LeadReport;
import io.askwell.signal.domain.Reason;
import io.askwell.transport.http.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The referral links of customers and partners. */
@RestController
public final class LinkController {

    private final MakeLink makeLink;
    private final String base;

    /**
     * @param base where the links of this site begin, for example {@code https://go.site.example}
     * @throws IllegalArgumentException when no link can begin so
     */
    public LinkController(MakeLink makeLink, URI base) {
        boolean isWeb = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
        if (!isWeb || base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "ASKWELL_LINK_BASE must be like https://go.site.example, without a query, not " + base);
        }
        this.makeLink = makeLink;
        this.base = base.toString().replaceFirst("/+$", "");
    }

    /**
     * @param customerId the customer whose link it is; else a partnerId is given
     * @param target name of the page to which it leads
     */
    record LinkRequest(
            @Nullable String customerId,
            @Nullable String partnerId,
            @Nullable String target) {}

    /** @param url what is handed out */
    record LinkView(
            String linkCode,
            String url,
            String target,
            @Nullable String customerId,
            @Nullable String partnerId) {}

    @Operation(
            summary = "The referral link of a customer or a partner to a target; the same one whenever it is asked for")
    @ApiResponse(responseCode = "200", description = "The link; the broker has acknowledged that it exists")
    @ApiResponse(responseCode = "422", description = "Every reason is listed", content = @Content)
    @ApiResponse(responseCode = "503", description = "Not acknowledged; ask again", content = @Content)
    @PostMapping("/v1/links")
    LinkView make(@RequestBody LinkRequest request, Principal caller) {
        var command =
                new MakeLink.Command(request.customerId(), request.partnerId(), request.target(), caller.getName());
        return switch (makeLink.make(command)) {
            case MakeLink.Outcome.Made(LeadReport.LinkMade link) -> view(link);
            case MakeLink.Outcome.Refused(List<Reason> reasons) ->
                throw Refusal.unprocessable(reasons.stream()
                        .map(reason -> new Refusal.Violation(reason.pointer(), reason.detail()))
                        .toList());
        };
    }

    private LinkView view(LeadReport.LinkMade link) {
        return new LinkView(
                link.linkCode(), base + "/r/" + link.linkCode(), link.target(), link.customerId(), link.partnerId());
    }
}
