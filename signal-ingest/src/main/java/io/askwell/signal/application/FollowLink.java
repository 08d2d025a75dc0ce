package io.askwell.signal.application;

import io.askwell.signal.domain.LandingPage;
import io.askwell.signal.domain.LeadReport;
import io.askwell.signal.domain.LinkCodes;
import io.askwell.signal.domain.LinkTargets;
import io.askwell.signal.domain.Reading;
import java.net.URI;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Says where a referral link leads, and records who followed it: not the person, only that somebody did. */
public final class FollowLink {

    static final String SOURCE = "askwell-clicks";

    private final LinkTargets targets;
    private final LinkCodes codes;
    private final TakeReports<LeadReport, ?> clicks;
    private final Supplier<UUID> clickIds;
    private final InstantSource clock;

    /** @param clickIds that nobody can guess, since giving one back is evidence */
    public FollowLink(
            LinkTargets targets,
            LinkCodes codes,
            TakeReports<LeadReport, ?> clicks,
            Supplier<UUID> clickIds,
            InstantSource clock) {
        this.targets = targets;
        this.codes = codes;
        this.clicks = clicks;
        this.clickIds = clickIds;
        this.clock = clock;
    }

    /** The address of the page with the click; without it where there is none; empty for a code that is not one of ours. */
    public Optional<URI> visit(String linkCode) {
        return page(linkCode).map(page -> {
            String clickId = clickIds.get().toString();
            return isRecorded(linkCode, clickId) ? page.after(clickId) : page.address();
        });
    }

    /** The address of the page, for who only looks where the link leads. */
    public Optional<URI> look(String linkCode) {
        return page(linkCode).map(LandingPage::address);
    }

    private Optional<LandingPage> page(String linkCode) {
        return codes.target(linkCode).flatMap(targets::page);
    }

    /** A visitor is never held up by our outage: then there is no click, which is counted where the log was asked for it. */
    private boolean isRecorded(String linkCode, String clickId) {
        var click = new LeadReport.Click(
                SOURCE, clickId, clock.instant().truncatedTo(ChronoUnit.MICROS), linkCode, clickId);
        try {
            return clicks.take(List.of(new Reading<>(click, List.of()))).accepted() == 1;
        } catch (NotAcknowledgedException _) {
            return false;
        }
    }
}
