package io.askwell.reward.postgres;

import io.askwell.reward.application.TaxClearances;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.payout.TaxClearance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link TaxClearances} in the table {@code tax_clearance}. */
public final class PostgresTaxClearances implements TaxClearances {

    private final JdbcClient jdbc;

    public PostgresTaxClearances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(TaxClearance clearance) {
        jdbc.sql("""
                        insert into tax_clearance (beneficiary_kind, beneficiary_id, standing, reference, said_by, said_at, valid_until)
                        values (:kind, :id, :standing, :reference, :saidBy, :saidAt, :validUntil)
                        """)
                .param("kind", Columns.word(clearance.beneficiary().kind()))
                .param("id", clearance.beneficiary().id())
                .param("standing", Columns.word(clearance.standing()))
                .param("reference", clearance.reference())
                .param("saidBy", clearance.saidBy())
                .param("saidAt", Columns.time(clearance.saidAt()))
                .param("validUntil", Columns.time(clearance.validUntil()))
                .update();
    }

    @Override
    public Set<Party> cleared(Collection<Party> parties, Instant now) {
        List<Party> cleared = jdbc.sql("""
                        select party.kind, party.id
                        from unnest(:kinds, :ids) as party (kind, id)
                            join lateral (select standing, valid_until from tax_clearance
                                where beneficiary_kind = party.kind and beneficiary_id = party.id
                                order by position desc limit 1) newest on true
                        where newest.standing = 'on_file' and (newest.valid_until is null or newest.valid_until > :now)
                        """)
                .param(
                        "kinds",
                        parties.stream()
                                .map(party -> Columns.word(party.kind()))
                                .toArray(String[]::new))
                .param("ids", parties.stream().map(Party::id).toArray(String[]::new))
                .param("now", Columns.time(now))
                .query((row, _) -> party(row, "kind", "id"))
                .list();
        return new HashSet<>(cleared);
    }

    @Override
    public List<Listed> list(@Nullable Party beneficiary, long after, int limit) {
        return jdbc.sql("""
                        select * from tax_clearance
                        where (cast(:kind as text) is null or (beneficiary_kind = :kind and beneficiary_id = :id))
                            and position > :after
                        order by position limit :limit
                        """)
                .param("kind", beneficiary == null ? null : Columns.word(beneficiary.kind()))
                .param("id", beneficiary == null ? null : beneficiary.id())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new Listed(row.getLong("position"), clearance(row)))
                .list();
    }

    private static TaxClearance clearance(ResultSet row) throws SQLException {
        return new TaxClearance(
                party(row, "beneficiary_kind", "beneficiary_id"),
                Columns.constant(TaxClearance.Standing.class, row.getString("standing")),
                row.getString("reference"),
                row.getString("said_by"),
                Columns.instant(row, "said_at"),
                Columns.instantOrNull(row, "valid_until"));
    }

    private static Party party(ResultSet row, String kind, String id) throws SQLException {
        return Objects.requireNonNull(Columns.partyOrNull(row, kind, id));
    }
}
