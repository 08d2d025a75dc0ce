package io.askwell.ask.postgres;

import io.askwell.ask.application.Asks;
import io.askwell.ask.application.Hindrance;
import io.askwell.ask.domain.Ask;
import io.askwell.ask.domain.Ask.Open;
import io.askwell.ask.domain.Ask.Released;
import io.askwell.ask.domain.Ask.State;
import io.askwell.ask.domain.AskStep;
import io.askwell.ask.domain.AskStep.Kind;
import io.askwell.ask.domain.HistoryEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks and their steps in PostgreSQL. */
public final class PostgresAsks implements Asks {

    private static final String ASK_WITH_HISTORY = """
            select status, state, waits_for,
                   (select jsonb_agg(entry order by number) from ask_step where ask_step.ask_id = ask.ask_id) as history
            from ask
            """;

    private final JdbcClient jdbc;

    public PostgresAsks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int save(AskStep step) {
        if (step.kind() == Kind.DRAFTED) {
            insert(step.ask());
        } else {
            update(step.ask());
        }
        if (step.kind() == Kind.APPROVED) {
            saveApprovedText(step.ask());
            saveWaitsFor(List.of(step.ask().id()), Hindrance.RELEASE_FENCE);
        }
        if (step.kind() == Kind.RELEASED && step.ask() instanceof Released released) {
            insert(released);
        }
        return insert(step);
    }

    @Override
    public void saveOwner(Open reassigned) {
        StoredAsk stored = StoredAsk.of(reassigned);
        jdbc.sql("update ask set owner_id = :ownerId, state = :state::jsonb where ask_id = :askId")
                .param("ownerId", reassigned.proposal().ownerId())
                .param("state", stored.state())
                .param("askId", UUID.fromString(reassigned.id()))
                .update();
    }

    @Override
    public void saveWaitsFor(List<String> askIds, Hindrance hindrance) {
        jdbc.sql("""
                        update ask set waits_for = :hindrance
                        where ask_id = any(:askIds) and status = 'approved' and waits_for is distinct from :hindrance
                        """)
                .param("hindrance", hindrance.name())
                .param("askIds", askIds.stream().map(UUID::fromString).toArray(UUID[]::new))
                .update();
    }

    @Override
    public Optional<String> customerOf(String askId) {
        return uuid(askId)
                .flatMap(id -> jdbc.sql("select customer_id from ask where ask_id = :askId")
                        .param("askId", id)
                        .query(String.class)
                        .optional());
    }

    @Override
    public Optional<AskRecord> find(String askId) {
        return uuid(askId)
                .flatMap(id -> jdbc.sql(ASK_WITH_HISTORY + "where ask_id = :askId")
                        .param("askId", id)
                        .query(this::record)
                        .optional());
    }

    @Override
    public List<AskRecord> list(Filter filter, @Nullable String before, int most) {
        return jdbc.sql(ASK_WITH_HISTORY + """
                        where (:status::text is null or status = :status)
                          and (:delivery::text is null or delivery = :delivery)
                          and (:ownerId::text is null or owner_id = :ownerId)
                          and (:customerId::text is null or customer_id = :customerId)
                          and (not :escalated or (status = 'pending' and state ->> 'escalatedAt' is not null))
                          and (:before::uuid is null or ask_id < :before::uuid)
                        order by ask_id desc
                        limit :most
                        """)
                .param("status", filter.status())
                .param("delivery", filter.delivery())
                .param("ownerId", filter.ownerId())
                .param("customerId", filter.customerId())
                .param("escalated", filter.escalated())
                .param("before", before)
                .param("most", most)
                .query(this::record)
                .list();
    }

    @Override
    public List<ApprovedAsk> approved() {
        return jdbc.sql("select ask_id, customer_id from ask where status = 'approved' order by ask_id")
                .query((row, _) -> new ApprovedAsk(row.getString("ask_id"), row.getString("customer_id")))
                .list();
    }

    @Override
    public Backlog backlog() {
        var byState = new EnumMap<State, Integer>(State.class);
        jdbc.sql("""
                        select status, count(*) as asks from ask
                        where status in ('pending', 'approved', 'deferred') group by status
                        """).query(row -> {
            byState.put(StoredAsk.state(row.getString("status")), row.getInt("asks"));
        });
        return new Backlog(byState, oldestPendingSince());
    }

    /** The first by id is the first that was opened, so the index finds it without a look at the others. */
    private Optional<Instant> oldestPendingSince() {
        return jdbc.sql("""
                        select (state -> 'proposal' ->> 'openedAt')::timestamptz as opened_at from ask
                        where status = 'pending' order by ask_id limit 1
                        """)
                .query((row, _) ->
                        row.getObject("opened_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    private void insert(Ask drafted) {
        StoredAsk stored = StoredAsk.of(drafted);
        jdbc.sql("""
                        insert into ask (ask_id, customer_id, owner_id, status, state)
                        values (:askId, :customerId, :ownerId, :status, :state::jsonb)
                        """)
                .param("askId", UUID.fromString(drafted.id()))
                .param("customerId", drafted.proposal().customerId())
                .param("ownerId", drafted.proposal().ownerId())
                .param("status", stored.status())
                .param("state", stored.state())
                .update();
    }

    private void update(Ask ask) {
        StoredAsk stored = StoredAsk.of(ask);
        jdbc.sql("""
                        update ask set status = :status, state = :state::jsonb, waits_for = null where ask_id = :askId
                        """)
                .param("status", stored.status())
                .param("state", stored.state())
                .param("askId", UUID.fromString(ask.id()))
                .update();
    }

    private void saveApprovedText(Ask approved) {
        jdbc.sql("update ask set approved_text_hash = :textHash where ask_id = :askId")
                .param("textHash", approved.draft().textHash())
                .param("askId", UUID.fromString(approved.id()))
                .update();
    }

    /** The hash is the one of the approval, not one of what the text may be now. */
    private void insert(Released released) {
        jdbc.sql("""
                        insert into ask_release (ask_id, customer_id, text_hash, approved_by, released_at)
                        select :askId, :customerId, approved_text_hash, :approvedBy, :releasedAt
                        from ask where ask_id = :askId
                        """)
                .param("askId", UUID.fromString(released.id()))
                .param("customerId", released.proposal().customerId())
                .param("approvedBy", released.decision().by().id())
                .param("releasedAt", PostgresCustomers.utc(released.releasedAt()))
                .update();
    }

    private int insert(AskStep step) {
        return jdbc.sql("""
                        insert into ask_step (ask_id, number, kind, at, entry)
                        select :askId, count(*) + 1, :kind, :at, :entry::jsonb from ask_step where ask_id = :askId
                        returning number
                        """)
                .param("askId", UUID.fromString(step.ask().id()))
                .param("kind", step.kind().name())
                .param("at", PostgresCustomers.utc(step.at()))
                .param("entry", StoredJson.write(HistoryEntry.of(step)))
                .query(Integer.class)
                .single();
    }

    private AskRecord record(ResultSet row, int index) throws SQLException {
        String waitsFor = row.getString("waits_for");
        return new AskRecord(
                new StoredAsk(row.getString("status"), row.getString("state")).ask(),
                waitsFor == null ? null : Hindrance.valueOf(waitsFor),
                List.of(StoredJson.read(row.getString("history"), HistoryEntry[].class)));
    }

    /** A text that is no id of an ask names none. */
    private static Optional<UUID> uuid(String askId) {
        try {
            return Optional.of(UUID.fromString(askId));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
