package io.askwell.reward.postgres;

import io.askwell.reward.application.Anchors;
import io.askwell.reward.domain.ledger.Anchor;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Anchors} in the table {@code ledger_anchor}. */
public final class PostgresAnchors implements Anchors {

    private final JdbcClient jdbc;

    public PostgresAnchors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Anchor> newest() {
        return jdbc.sql("select * from ledger_anchor order by position desc limit 1")
                .query((row, _) -> new Anchor(
                        row.getLong("position"),
                        HexFormat.of().formatHex(row.getBytes("hash")),
                        Columns.instant(row, "at")))
                .optional();
    }

    @Override
    public void keep(Anchor anchor) {
        jdbc.sql("insert into ledger_anchor (position, hash, at) values (:position, :hash, :at)")
                .param("position", anchor.position())
                .param("hash", HexFormat.of().parseHex(anchor.hash()))
                .param("at", Columns.time(anchor.at()))
                .update();
    }
}
