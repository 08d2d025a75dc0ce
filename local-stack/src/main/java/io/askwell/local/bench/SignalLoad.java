package io.askwell.local.bench;

import io.askwell.event.v1.Segment;
import io.askwell.signals.v1.AskConsent;
import io.askwell.signals.v1.ConcernDetails;
import io.askwell.signals.v1.HealthStatus;
import io.askwell.signals.v1.ProfileDetails;
import io.askwell.signals.v1.RelationshipDetails;
import io.askwell.signals.v1.SatisfactionDetails;
import io.askwell.signals.v1.Sentiment;
import io.askwell.signals.v1.Severity;
import io.askwell.signals.v1.SignalKind;
import io.askwell.signals.v1.SignalPersonalData;
import io.askwell.signals.v1.SignalRecorded;
import io.askwell.signals.v1.ValueDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;

/**
 * The signals that many customers give in half a year, as sources would send them: in the order in which they happened,
 * the customers interleaved at random, each customer's profile first. The same arguments always give the same signals.
 */
final class SignalLoad implements Iterator<SignalRecorded> {

    private static final Duration SPAN = Duration.ofDays(200);
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/New_York", "Asia/Tokyo", "Europe/London");
    private static final List<String> CHANNELS = List.of("email", "phone", "meeting", "chat");
    private static final List<String> MILESTONES = List.of("100 projects", "first integration", "10 seats", "one year");
    private static final List<Segment> SEGMENTS = List.of(Segment.smb, Segment.mid_market, Segment.enterprise);
    private static final List<Sentiment> SENTIMENTS =
            List.of(Sentiment.positive, Sentiment.positive, Sentiment.neutral, Sentiment.negative);
    private static final List<HealthStatus> HEALTH =
            List.of(HealthStatus.healthy, HealthStatus.healthy, HealthStatus.healthy, HealthStatus.at_risk);
    private static final List<SignalKind> RARE = List.of(
            SignalKind.first_success_achieved,
            SignalKind.champion_identified,
            SignalKind.renewed,
            SignalKind.upgraded,
            SignalKind.advice_requested);

    private final Random random;
    private final int signals;
    private final int customers;
    private final Instant start;
    private final BitSet known;
    private final BitSet waiting;
    private int sent;

    /** @param until when the last signal happens; the first happens 200 days before */
    SignalLoad(long seed, LoadSize size, Instant until) {
        this.random = new Random(seed);
        this.signals = size.signals();
        this.customers = size.customers();
        this.start = until.minus(SPAN);
        this.known = new BitSet(customers);
        this.waiting = new BitSet(customers);
    }

    @Override
    public boolean hasNext() {
        return sent < signals;
    }

    @Override
    public SignalRecorded next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var customer = random.nextInt(customers);
        var signal = SignalRecorded.newBuilder()
                .setSource("bench")
                .setId("signal-" + sent)
                .setCustomerId("customer-" + customer)
                .setOccurredAt(start.plus(SPAN.multipliedBy(sent).dividedBy(signals)))
                .setKind(SignalKind.customer_updated);
        sent++;
        if (known.get(customer)) {
            happen(signal, customer);
        } else {
            known.set(customer);
            introduce(signal, customer);
        }
        return signal.build();
    }

    private void introduce(SignalRecorded.Builder signal, int customer) {
        signal.setProfile(ProfileDetails.newBuilder()
                .setCompany("Company " + customer)
                .setSegment(oneOf(SEGMENTS))
                .setTimezone(oneOf(ZONES))
                .setAccountOwner("rep-" + random.nextInt(200))
                .setSignedUpAt(signal.getOccurredAt().minus(Duration.ofDays(random.nextInt(900))))
                .setOnboarded(true)
                .setAskConsent(AskConsent.granted)
                .build());
    }

    /** Shares in per cent: what people do most often is use the product and talk. */
    private void happen(SignalRecorded.Builder signal, int customer) {
        var share = random.nextInt(100);
        if (share < 28) {
            use(signal);
        } else if (share < 48) {
            interact(signal);
        } else if (share < 60) {
            scoreLoyalty(signal);
        } else if (share < 68) {
            scoreSatisfaction(signal);
        } else if (share < 76) {
            giveFeedback(signal);
        } else if (share < 88) {
            haveTrouble(signal, customer);
        } else if (share < 94) {
            reachMilestone(signal);
        } else if (share < 97) {
            reportHealth(signal);
        } else {
            signal.setKind(oneOf(RARE));
        }
    }

    private void use(SignalRecorded.Builder signal) {
        signal.setKind(SignalKind.usage_reported)
                .setValue(ValueDetails.newBuilder()
                        .setPercentile((double) random.nextInt(101))
                        .setActiveDays(random.nextInt(31))
                        .build());
    }

    private void interact(SignalRecorded.Builder signal) {
        signal.setKind(SignalKind.interaction_logged)
                .setRelationship(RelationshipDetails.newBuilder()
                        .setChannel(oneOf(CHANNELS))
                        .setSentiment(oneOf(SENTIMENTS))
                        .build());
    }

    /** People score high more often than low. */
    private void scoreLoyalty(SignalRecorded.Builder signal) {
        signal.setKind(SignalKind.nps_scored)
                .setSatisfaction(SatisfactionDetails.newBuilder()
                        .setScore((double) Math.max(random.nextInt(11), random.nextInt(11)))
                        .build());
    }

    private void scoreSatisfaction(SignalRecorded.Builder signal) {
        signal.setKind(SignalKind.csat_scored)
                .setSatisfaction(SatisfactionDetails.newBuilder()
                        .setScore(1.0 + random.nextInt(5))
                        .setScale(5.0)
                        .build());
    }

    private void giveFeedback(SignalRecorded.Builder signal) {
        signal.setKind(SignalKind.feedback_received)
                .setSatisfaction(SatisfactionDetails.newBuilder()
                        .setSentiment(oneOf(SENTIMENTS))
                        .build())
                .setPersonal(SignalPersonalData.newBuilder()
                        .setText("The new report saves our team about " + random.nextInt(10) + " hours every week.")
                        .build());
    }

    /** A ticket stays open until the customer has trouble to speak of again. */
    private void haveTrouble(SignalRecorded.Builder signal, int customer) {
        var ticket = ConcernDetails.newBuilder().setTicketId("ticket-" + customer);
        if (waiting.get(customer)) {
            signal.setKind(SignalKind.ticket_resolved)
                    .setConcern(
                            ticket.setSatisfaction(random.nextInt(11) / 10.0).build());
        } else {
            signal.setKind(SignalKind.ticket_opened)
                    .setConcern(ticket.setSeverity(Severity.normal).build());
        }
        waiting.flip(customer);
    }

    private void reachMilestone(SignalRecorded.Builder signal) {
        signal.setKind(SignalKind.milestone_reached)
                .setValue(ValueDetails.newBuilder().setName(oneOf(MILESTONES)).build());
    }

    private void reportHealth(SignalRecorded.Builder signal) {
        signal.setKind(SignalKind.health_reported)
                .setProfile(ProfileDetails.newBuilder().setStatus(oneOf(HEALTH)).build());
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
