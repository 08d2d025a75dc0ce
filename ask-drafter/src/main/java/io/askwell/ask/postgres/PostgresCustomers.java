package io.askwell.ask.postgres;

import io.askwell.ask.application.Customers;
import io.askwell.ask.domain.Ask;
import io.askwell.ask.domain.Customer;
import io.askwell.ask.domain.customer.AskingSignal;
import io.askwell.ask.domain.customer.AskingSignals;
import io.askwell.ask.domain.customer.Assessment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers in PostgreSQL. */
public final class PostgresCustomers implements Customers {

    private final JdbcClient jdbc;

    public PostgresCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Customer lock(String customerId) {
        addIfUnknown(customerId);
        return load(customerId, """
                        select assessment from customer where customer_id = :customerId for update
                        """).orElseThrow();
    }

    @Override
    public Optional<Customer> find(String customerId) {
        return load(customerId, """
                        select assessment from customer where customer_id = :customerId
                        """);
    }

    @Override
    public List<String> due(Instant now, int most) {
        return jdbc.sql("""
                        select customer_id from customer where look_again_at <= :now order by look_again_at limit :most
                        """)
                .param("now", utc(now))
                .param("most", most)
                .query((row, _) -> row.getString("customer_id"))
                .list();
    }

    @Override
    public void saveAssessment(String customerId, Assessment assessment) {
        jdbc.sql("""
                        update customer set assessment = :assessment::jsonb, has_unread_assessment = false
                        where customer_id = :customerId
                        """)
                .param("assessment", StoredJson.write(assessment))
                .param("customerId", customerId)
                .update();
    }

    @Override
    public void saveUnreadAssessment(String customerId) {
        jdbc.sql("""
                        insert into customer (customer_id, has_unread_assessment) values (:customerId, true)
                        on conflict (customer_id) do update set has_unread_assessment = true
                        """).param("customerId", customerId).update();
    }

    @Override
    public boolean hasUnreadAssessment(String customerId) {
        return jdbc.sql("select has_unread_assessment from customer where customer_id = :customerId")
                .param("customerId", customerId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void saveSignal(String customerId, AskingSignal signal) {
        jdbc.sql("""
                        insert into asking_signal (customer_id, signal, kind, content)
                        values (:customerId, :signal, :kind, :content::jsonb)
                        on conflict (customer_id, signal) do update set content = excluded.content
                        """)
                .param("customerId", customerId)
                .param("signal", signal.identity().signal())
                .param("kind", kind(signal))
                .param("content", StoredJson.write(signal))
                .update();
    }

    @Override
    public void lookAgainAt(String customerId, Optional<Instant> moment) {
        jdbc.sql("update customer set look_again_at = :moment where customer_id = :customerId")
                .param("moment", moment.map(PostgresCustomers::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("customerId", customerId)
                .update();
    }

    private void addIfUnknown(String customerId) {
        jdbc.sql("insert into customer (customer_id) values (:customerId) on conflict do nothing")
                .param("customerId", customerId)
                .update();
    }

    private Optional<Customer> load(String customerId, String selectAssessment) {
        return jdbc.sql(selectAssessment)
                .param("customerId", customerId)
                .query((row, _) -> Optional.ofNullable(row.getString("assessment")))
                .optional()
                .map(assessment -> new Customer(
                        customerId,
                        assessment
                                .map(json -> StoredJson.read(json, Assessment.class))
                                .orElse(null),
                        signals(customerId),
                        asks(customerId)));
    }

    private AskingSignals signals(String customerId) {
        return new AskingSignals(jdbc.sql("select kind, content from asking_signal where customer_id = :customerId")
                .param("customerId", customerId)
                .query(PostgresCustomers::signal)
                .list());
    }

    private List<Ask> asks(String customerId) {
        return jdbc.sql("select status, state from ask where customer_id = :customerId order by ask_id")
                .param("customerId", customerId)
                .query((row, _) -> new StoredAsk(row.getString("status"), row.getString("state")).ask())
                .list();
    }

    private static String kind(AskingSignal signal) {
        return switch (signal) {
            case AskingSignal.AskRecorded _ -> "ask_recorded";
            case AskingSignal.AskAnswered _ -> "ask_answered";
            case AskingSignal.LimitsSet _ -> "ask_limits_set";
            case AskingSignal.Retracted _ -> "signal_retracted";
            case AskingSignal.Revised _ -> "signal_revised";
        };
    }

    private static AskingSignal signal(ResultSet row, int index) throws SQLException {
        String kind = row.getString("kind");
        Class<? extends AskingSignal> type = switch (kind) {
            case "ask_recorded" -> AskingSignal.AskRecorded.class;
            case "ask_answered" -> AskingSignal.AskAnswered.class;
            case "ask_limits_set" -> AskingSignal.LimitsSet.class;
            case "signal_retracted" -> AskingSignal.Retracted.class;
            case "signal_revised" -> AskingSignal.Revised.class;
            default -> throw new IllegalStateException("No signal about asking is " + kind);
        };
        return StoredJson.read(row.getString("content"), type);
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
