package io.askwell.signal.application;

import io.askwell.signal.domain.LeadReport;
import io.askwell.signal.domain.LinkCodes;
import io.askwell.signal.domain.LinkTargets;
import io.askwell.signal.domain.Reading;
import io.askwell.signal.domain.Reason;
import io.askwell.signal.domain.Receipt;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the referral link of a customer or a partner to a target: always the same one. It is reported under an identity of its
 * own each time, and counts once.
 */
public final class MakeLink {

    static final String SOURCE = "askwell-links";

    private final LinkTargets targets;
    private final LinkCodes codes;
    private final TakeReports<LeadReport, ?> links;
    private final InstantSource clock;

    public MakeLink(LinkTargets targets, LinkCodes codes, TakeReports<LeadReport, ?> links, InstantSource clock) {
        this.targets = targets;
        this.codes = codes;
        this.links = links;
        this.clock = clock;
    }

    /** @param by who asks for the link */
    public record Command(
            @Nullable String customerId,
            @Nullable String partnerId,
            @Nullable String target,
            String by) {}

    /** What became of the command. */
    public sealed interface Outcome {

        /** The log has acknowledged that the link exists. */
        record Made(LeadReport.LinkMade link) implements Outcome {}

        record Refused(List<Reason> reasons) implements Outcome {}
    }

    /** @throws NotAcknowledgedException when it cannot be said that the link is known */
    public Outcome make(Command command) {
        String named = Objects.requireNonNullElse(command.target(), "");
        boolean known = targets.page(named).isPresent();
        List<Reason> reasons = known ? List.of() : List.of(new Reason("/target", targets.advice()));
        LeadReport.LinkMade link = link(command, known ? named : "");
        Receipt receipt = links.take(List.of(new Reading<>(link, reasons)));
        return receipt.rejected().isEmpty()
                ? new Outcome.Made(link)
                : new Outcome.Refused(receipt.rejected().getFirst().reasons());
    }

    private LeadReport.LinkMade link(Command command, String target) {
        String code = command.customerId() == null
                ? codes.code(target, "partner", Objects.requireNonNullElse(command.partnerId(), ""))
                : codes.code(target, "customer", command.customerId());
        return new LeadReport.LinkMade(
                SOURCE,
                code,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                code,
                command.customerId(),
                command.partnerId(),
                target,
                command.by());
    }
}
