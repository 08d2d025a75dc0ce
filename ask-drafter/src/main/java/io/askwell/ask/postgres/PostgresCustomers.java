package io.askwell.ask.postgres;

import io.askwell.ask.application.Customers;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers in PostgreSQL. */
public final class PostgresCustomers implements Customers {

    private final JdbcClient jdbc;

    public PostgresCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Customer lock(String customerId) {
        return Objects.requireNonNull(lockAll(List.of(customerId)).get(customerId));
    }

    /** What is known is read after the locks were had: a statement that waits for a lock sees the rest as it was before. */
    @Override
    public Map<String, Customer> lockAll(Collection<String> customerIds) {
        String[] wanted = customerIds.stream().distinct().toArray(String[]::new);
        if (lockKnown(wanted) < wanted.length) {
            addUnknown(wanted);
            lockKnown(wanted);
        }
        Map<String, Customer> locked = new HashMap<>();
        read(wanted).forEach(customer -> locked.put(customer.customerId(), customer));
        return locked;
    }

    @Override
    public Optional<Customer> find(String customerId) {
        return read(new String[] {customerId}).stream().findFirst();
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
    public void saveAssessed(Collection<Assessed> assessed) {
        jdbc.sql("""
                        update customer set assessment = given.assessment::jsonb, has_unread_assessment = false,
                            look_again_at = given.look_again_at::timestamptz
                        from unnest(cast(:customerIds as text[]), cast(:assessments as text[]),
                            cast(:moments as text[])) as given (customer_id, assessment, look_again_at)
                        where customer.customer_id = given.customer_id
                        """)
                .param(
                        "customerIds",
                        assessed.stream().map(Assessed::customerId).toArray(String[]::new))
                .param(
                        "assessments",
                        assessed.stream()
                                .map(each -> StoredJson.write(each.assessment()))
                                .toArray(String[]::new))
                .param(
                        "moments",
                        assessed.stream()
                                .map(each -> each.lookAgainAt()
                                        .map(Instant::toString)
                                        .orElse(null))
                                .toArray(String[]::new))
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

    private List<Customer> read(String[] customerIds) {
        return jdbc.sql("""
                        select customer_id, assessment,
                               array(select s.kind from asking_signal s
                                     where s.customer_id = c.customer_id order by s.signal) as signal_kinds,
                               array(select s.content::text from asking_signal s
                                     where s.customer_id = c.customer_id order by s.signal) as signals,
                               array(select a.status from ask a
                                     where a.customer_id = c.customer_id order by a.ask_id) as ask_statuses,
                               array(select a.state::text from ask a
                                     where a.customer_id = c.customer_id order by a.ask_id) as asks
                        from customer c where c.customer_id = any(:customerIds)
                        """)
                .param("customerIds", customerIds)
                .query((row, _) -> customer(row.getString("customer_id"), row))
                .list();
    }

    private void addUnknown(String[] customerIds) {
        jdbc.sql("""
                        insert into customer (customer_id) select unnest(:customerIds) order by 1 on conflict do nothing
                        """).param("customerIds", customerIds).update();
    }

    private int lockKnown(String[] customerIds) {
        return jdbc.sql("""
                        select customer_id from customer where customer_id = any(:customerIds) order by customer_id for update
                        """)
                .param("customerIds", customerIds)
                .query((row, _) -> row.getString("customer_id"))
                .list()
                .size();
    }

    private static Customer customer(String customerId, ResultSet row) throws SQLException {
        String assessment = row.getString("assessment");
        return new Customer(
                customerId,
                assessment == null ? null : StoredJson.read(assessment, Assessment.class),
                new AskingSignals(pairs(row, "signal_kinds", "signals", PostgresCustomers::signal)),
                pairs(row, "ask_statuses", "asks", (status, state) -> new StoredAsk(status, state).ask()));
    }

    private static <T> List<T> pairs(ResultSet row, String first, String second, BiFunction<String, String, T> read)
            throws SQLException {
        String[] firsts = (String[]) row.getArray(first).getArray();
        String[] seconds = (String[]) row.getArray(second).getArray();
        return IntStream.range(0, firsts.length)
                .mapToObj(number -> read.apply(firsts[number], seconds[number]))
                .toList();
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

    private static AskingSignal signal(String kind, String content) {
        Class<? extends AskingSignal> type = switch (kind) {
            case "ask_recorded" -> AskingSignal.AskRecorded.class;
            case "ask_answered" -> AskingSignal.AskAnswered.class;
            case "ask_limits_set" -> AskingSignal.LimitsSet.class;
            case "signal_retracted" -> AskingSignal.Retracted.class;
            case "signal_revised" -> AskingSignal.Revised.class;
            default -> throw new IllegalStateException("No signal about asking is " + kind);
        };
        return StoredJson.read(content, type);
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
