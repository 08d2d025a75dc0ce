package io.askwell.attribution.http;

import io.askwell.attribution.application.ReferralSearch.Filter;
import io.askwell.attribution.application.ShowReferrals;
import io.askwell.attribution.domain.Attribution;
import io.askwell.attribution.domain.Disposition;
import io.askwell.attribution.domain.LeadIdentity;
import io.askwell.attribution.domain.Stage;
import io.askwell.attribution.domain.Words;
import io.askwell.schemas.leads.ContactIdentity;
import io.askwell.transport.http.Page;
import io.askwell.transport.http.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Referrals, for people who may read them. */
@RestController
@RequestMapping("/v1/referrals")
public final class ReferralController {

    private static final Set<String> STATUS_WORDS = Stream.of(
                    Stage.values(), Disposition.values(), Attribution.State.values())
            .flatMap(Arrays::stream)
            .map(Words::of)
            .collect(Collectors.toCollection(LinkedHashSet::new));

    private final ShowReferrals showReferrals;

    public ReferralController(ShowReferrals showReferrals) {
        this.showReferrals = showReferrals;
    }

    @GetMapping
    @Operation(summary = "Referrals, the newest first; every given filter must fit")
    Page<ReferralView> list(
            @Parameter(
                            description =
                                    "A stage (submitted, accepted, intro_made, meeting_booked, deal_created, deal_won, "
                                            + "deal_lost, unqualified, refunded), a disposition (open, won, lost, unqualified) or an "
                                            + "attribution state (unclaimed, attributed, disputed, settled)")
                    @RequestParam
                    @Nullable
                    String status,
            @Parameter(description = "Id of a referrer who has a claim on the referral, credited or not")
                    @RequestParam
                    @Nullable
                    String referrerId,
            @Parameter(description = "Address of the lead in any spelling") @RequestParam @Nullable String leadEmail,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        int size = Page.size(limit);
        Filter filter = new Filter(status(status), referrerId, leadKey(leadEmail));
        List<ShowReferrals.Listed> found = showReferrals.list(filter, Places.after(cursor), size + 1);
        Page<ShowReferrals.Listed> page = Page.of(found, size, last -> Places.cursor(last.place()));
        return new Page<>(
                page.items().stream()
                        .map(listed -> ReferralView.of(listed.referral()))
                        .toList(),
                page.next());
    }

    @GetMapping("/{referralId}")
    @Operation(summary = "One referral with its claims and their evidence")
    ReferralView find(@PathVariable String referralId) {
        return Ids.parse(referralId)
                .flatMap(showReferrals::one)
                .map(ReferralView::of)
                .orElseThrow(() -> Refusal.notFound("No such referral"));
    }

    private static @Nullable String status(@Nullable String word) {
        if (word != null && !STATUS_WORDS.contains(word)) {
            throw Refusal.badRequest("status is one of " + String.join(", ", STATUS_WORDS));
        }
        return word;
    }

    private static @Nullable String leadKey(@Nullable String leadEmail) {
        if (leadEmail == null) {
            return null;
        }
        return ContactIdentity.canonicalEmail(leadEmail)
                .flatMap(address -> new LeadIdentity(address, null).emailKey())
                .orElseThrow(() -> Refusal.badRequest("leadEmail is not an e-mail address"));
    }
}
