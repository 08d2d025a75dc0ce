package io.askwell.attribution.postgres;

import io.askwell.attribution.application.Reevaluations;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Reevaluations} in the table {@code reevaluation}. */
public final class PostgresReevaluations implements Reevaluations {

    private final JdbcClient jdbc;

    public PostgresReevaluations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UUID> next(int most) {
        return jdbc.sql("select referral_id from reevaluation order by queued_at limit :most")
                .param("most", most)
                .query((row, _) -> row.getObject("referral_id", UUID.class))
                .list();
    }

    @Override
    public Optional<String> take(UUID referralId) {
        ListLock.share(jdbc);
        return jdbc.sql("delete from reevaluation where referral_id = :referralId returning cause")
                .param("referralId", referralId)
                .query(String.class)
                .optional();
    }
}
