package io.askwell.attribution.http;

import io.askwell.attribution.application.Reports;
import io.askwell.attribution.domain.Proportion;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much is known of referrals, and what becomes of them. */
@RestController
@RequestMapping("/v1/reports")
public final class ReportController {

    private static final BigDecimal GOAL = new BigDecimal("0.95");
    private static final BigDecimal CONFIDENCE = new BigDecimal("0.95");

    private final Reports reports;

    public ReportController(Reports reports) {
        this.reports = reports;
    }

    /** @param share 0 to 1 with four decimals; 0 of nothing */
    record ShareView(long count, BigDecimal share) {

        static ShareView of(Proportion proportion) {
            return new ShareView(proportion.count(), rounded(proportion.share()));
        }
    }

    /**
     * How much is known of some referrals.
     *
     * @param channel by which they were first submitted, or all
     * @param complete with referrer, source path, basis, owner and status; the outcome of what is open is yet to come
     */
    record ChannelView(
            String channel,
            long referrals,
            ShareView complete,
            ShareView referrer,
            ShareView sourcePath,
            ShareView introductionBasis,
            ShareView owner,
            ShareView status,
            ShareView outcome) {

        static ChannelView of(Reports.Completeness row) {
            String channel = row.channel();
            return new ChannelView(
                    channel == null ? "all" : channel,
                    row.complete().of(),
                    ShareView.of(row.complete()),
                    ShareView.of(row.referrer()),
                    ShareView.of(row.sourcePath()),
                    ShareView.of(row.introductionBasis()),
                    ShareView.of(row.owner()),
                    ShareView.of(row.status()),
                    ShareView.of(row.outcome()));
        }
    }

    /** @param goal the share of complete referrals that is aimed at */
    record CompletenessView(BigDecimal goal, ChannelView overall, List<ChannelView> channels) {}

    /** @param low and high bounds of Wilson's interval at 95 % */
    record ConversionView(
            String source, boolean referral, long leads, long won, BigDecimal share, BigDecimal low, BigDecimal high) {

        static ConversionView of(Reports.Conversion row) {
            Proportion.Interval interval = row.won().interval();
            return new ConversionView(
                    row.source(),
                    row.referral(),
                    row.won().of(),
                    row.won().count(),
                    rounded(row.won().share()),
                    rounded(interval.low()),
                    rounded(interval.high()));
        }
    }

    record ConversionsView(BigDecimal confidence, List<ConversionView> sources) {}

    @GetMapping("/attribution-completeness")
    @Operation(summary = "Share of referrals with referrer, source path, basis, owner, status and outcome, per channel")
    CompletenessView completeness() {
        List<ChannelView> rows =
                reports.completeness().stream().map(ChannelView::of).toList();
        return new CompletenessView(GOAL, rows.getFirst(), rows.subList(1, rows.size()));
    }

    @GetMapping("/conversion-by-source")
    @Operation(
            summary = "Share of leads that were won, of referrals and of the CRM's other sources, with 95 % intervals")
    ConversionsView conversions() {
        return new ConversionsView(
                CONFIDENCE,
                reports.conversions().stream().map(ConversionView::of).toList());
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(4, RoundingMode.HALF_EVEN);
    }
}
