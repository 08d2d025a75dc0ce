package io.askwell.reward.postgres;

import io.askwell.reward.application.Chain;
import io.askwell.reward.domain.ledger.ChainLink;
import io.askwell.reward.domain.ledger.Transfer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Chain} in the table {@code ledger_link}. */
public final class PostgresChain implements Chain {

    private final JdbcClient jdbc;

    public PostgresChain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ChainLink> head() {
        return jdbc.sql("select * from ledger_link order by position desc limit 1")
                .query((row, _) -> read(row))
                .optional();
    }

    @Override
    public List<ChainLink> links(long after, int limit) {
        return jdbc.sql("select * from ledger_link where position > :after order by position limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    @Override
    public long newestTransfer() {
        return jdbc.sql("select coalesce(max(position), 0) from transfer")
                .query(Long.class)
                .single();
    }

    /** Behind the ledger's lock: two who continue the same link would be one too many, and the database refuses the second. */
    void add(SortedMap<Long, Transfer> added) {
        ChainLink link = ChainLink.after(head().orElse(null), added);
        jdbc.sql("""
                        insert into ledger_link
                            (position, previous_hash, hash, first_transfer, last_transfer, transfers, at)
                        values (:position, :previousHash, :hash, :firstTransfer, :lastTransfer, :transfers, :at)
                        """)
                .param("position", link.position())
                .param("previousHash", HexFormat.of().parseHex(link.previousHash()))
                .param("hash", HexFormat.of().parseHex(link.hash()))
                .param("firstTransfer", link.firstTransfer())
                .param("lastTransfer", link.lastTransfer())
                .param("transfers", link.transfers())
                .param("at", Columns.time(link.at()))
                .update();
    }

    private static ChainLink read(ResultSet row) throws SQLException {
        return new ChainLink(
                row.getLong("position"),
                HexFormat.of().formatHex(row.getBytes("previous_hash")),
                HexFormat.of().formatHex(row.getBytes("hash")),
                row.getLong("first_transfer"),
                row.getLong("last_transfer"),
                row.getInt("transfers"),
                Columns.instant(row, "at"));
    }
}
