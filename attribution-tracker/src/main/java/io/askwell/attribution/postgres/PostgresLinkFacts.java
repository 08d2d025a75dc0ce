package io.askwell.attribution.postgres;

import io.askwell.attribution.application.LinkFacts;
import io.askwell.attribution.domain.LinkClick;
import io.askwell.attribution.domain.LinkFact;
import io.askwell.attribution.domain.LinkMade;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link LinkFacts} in the tables {@code link} and {@code link_fact}. Links are locked before any record, as submissions do. */
public final class PostgresLinkFacts implements LinkFacts {

    private final JdbcClient jdbc;
    private final StoredLinks links;

    public PostgresLinkFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.links = new StoredLinks(jdbc);
    }

    @Override
    public Set<UUID> lockAndFindRecords(LinkFact fact) {
        links.lock(List.of(fact.linkCode()));
        return jdbc.sql("""
                        select distinct referral_id from lead_link join lead_fact using (source, id)
                        where link_code = :linkCode and (:clickId::text is null or click_id = :clickId)
                        """)
                .param("linkCode", fact.linkCode())
                .param("clickId", clickId(fact))
                .query((row, _) -> row.getObject("referral_id", UUID.class))
                .set();
    }

    @Override
    public void add(LinkFact fact, Instant recordedAt) {
        jdbc.sql("""
                        insert into link_fact
                            (source, id, link_code, click_id, kind, occurred_at, content, recorded_at)
                        values
                            (:source, :id, :linkCode, :clickId, :kind, :occurredAt, :content::jsonb, :recordedAt)
                        """)
                .param("source", fact.id().source())
                .param("id", fact.id().id())
                .param("linkCode", fact.linkCode())
                .param("clickId", clickId(fact))
                .param("kind", StoredJson.kind(fact))
                .param("occurredAt", fact.occurredAt().atOffset(ZoneOffset.UTC))
                .param("content", StoredJson.write(fact))
                .param("recordedAt", recordedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable String clickId(LinkFact fact) {
        return switch (fact) {
            case LinkMade _ -> null;
            case LinkClick click -> click.clickId();
        };
    }
}
