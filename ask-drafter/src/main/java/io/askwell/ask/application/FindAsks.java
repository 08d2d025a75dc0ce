package io.askwell.ask.application;

import io.askwell.ask.application.Asks.AskRecord;
import io.askwell.ask.application.Asks.Filter;
import io.askwell.ask.domain.Authority;
import io.askwell.ask.domain.Objection;
import io.askwell.ask.domain.Objections;
import io.askwell.ask.domain.Person;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers what a person may know of asks and customers. */
public final class FindAsks {

    private final Asks asks;
    private final Customers customers;
    private final CreditedReferrals referrals;
    private final Objections objections;
    private final InstantSource clock;

    public FindAsks(
            Asks asks, Customers customers, CreditedReferrals referrals, Objections objections, InstantSource clock) {
        this.asks = asks;
        this.customers = customers;
        this.referrals = referrals;
        this.objections = objections;
        this.clock = clock;
    }

    /** Somebody else's ask is {@link Found.NotTheirs}, whatever its state. */
    public Found<AskRecord> ask(String askId, Person person) {
        return asks.find(askId)
                .<Found<AskRecord>>map(record ->
                        Authority.maySee(person, record.ask().proposal().ownerId())
                                ? new Found.Answer<>(record)
                                : new Found.NotTheirs<>())
                .orElseGet(Found.Nothing::new);
    }

    public List<AskRecord> list(Filter filter, @Nullable String before, int most) {
        return asks.list(filter, before, most);
    }

    public Found<ReferralHistory> history(String customerId, Person person) {
        return customers
                .find(customerId)
                .<Found<ReferralHistory>>map(customer -> {
                    if (!Authority.maySee(person, customer.ownerId())) {
                        return new Found.NotTheirs<>();
                    }
                    List<Instant> askedAt = customer.askedAt();
                    List<Objection> against = objections.toAsking(customer, clock.instant());
                    return new Found.Answer<>(new ReferralHistory(
                            customerId,
                            askedAt.isEmpty() ? Optional.empty() : Optional.of(askedAt.getLast()),
                            askedAt.size(),
                            referrals.of(customerId),
                            Objection.lastEnd(against),
                            against));
                })
                .orElseGet(Found.Nothing::new);
    }

    /** What a search came to. */
    public sealed interface Found<T> {

        record Answer<T>(T value) implements Found<T> {}

        record NotTheirs<T>() implements Found<T> {}

        record Nothing<T>() implements Found<T> {}
    }

    /**
     * @param nextAskEligibleAt when the last objection ends; empty when there is none, or when one never ends by itself
     * @param objections why the customer may not be asked now
     */
    public record ReferralHistory(
            String customerId,
            Optional<Instant> lastAskAt,
            int timesAsked,
            CreditedReferrals.Count referrals,
            Optional<Instant> nextAskEligibleAt,
            List<Objection> objections) {}
}
