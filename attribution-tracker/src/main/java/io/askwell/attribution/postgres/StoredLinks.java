package io.askwell.attribution.postgres;

import io.askwell.attribution.domain.LinkFact;
import io.askwell.attribution.domain.Links;
import io.askwell.attribution.domain.Submission;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Referral links, what was said about them, and which submissions name them. */
final class StoredLinks {

    /** No link and no click has a longer name, so what is longer in a submission can never be one. */
    private static final int MOST_ID_CHARACTERS = 255;

    private final JdbcClient jdbc;

    StoredLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Known or not, sorted. */
    void lock(Collection<String> linkCodes) {
        String[] codes = linkCodes.toArray(String[]::new);
        jdbc.sql("insert into link (link_code) select unnest(:codes::text[]) order by 1 on conflict do nothing")
                .param("codes", codes)
                .update();
        jdbc.sql("select link_code from link where link_code = any(:codes) order by link_code for update")
                .param("codes", codes)
                .query((_, _) -> true)
                .list();
    }

    /** What is known of the links that a submission names, which nobody else works on until the transaction ends. */
    Links lockNamedBy(Submission submission) {
        List<String> codes = codes(submission);
        if (codes.isEmpty()) {
            return Links.UNKNOWN;
        }
        lock(codes);
        return new Links(jdbc.sql("""
                        select kind, content from link_fact
                        where link_code = any(:codes) and (click_id is null or click_id = :clickId::text)
                        """)
                .param("codes", codes.toArray(String[]::new))
                .param("clickId", clickId(submission))
                .query((row, _) -> StoredJson.linkFact(row.getString("kind"), row.getString("content")))
                .set());
    }

    void addUses(Submission submission) {
        for (String linkCode : codes(submission)) {
            jdbc.sql("""
                            insert into lead_link (link_code, source, id, click_id)
                            values (:linkCode, :source, :id, :clickId)
                            """)
                    .param("linkCode", linkCode)
                    .param("source", submission.id().source())
                    .param("id", submission.id().id())
                    .param("clickId", clickId(submission))
                    .update();
        }
    }

    /** What is known of the links that living records name. */
    Map<UUID, Links> read(UUID[] records) {
        Map<UUID, Set<LinkFact>> facts = new HashMap<>();
        jdbc.sql("""
                        select record.survivor_id, link_fact.kind, link_fact.content
                        from lead_record record
                        join lead_fact using (referral_id)
                        join lead_link using (source, id)
                        join link_fact on link_fact.link_code = lead_link.link_code
                            and (link_fact.click_id is null or link_fact.click_id = lead_link.click_id)
                        where record.survivor_id = any(:ids)
                        """).param("ids", records).query(row -> {
            facts.computeIfAbsent(row.getObject("survivor_id", UUID.class), _ -> new HashSet<>())
                    .add(StoredJson.linkFact(row.getString("kind"), row.getString("content")));
        });
        Map<UUID, Links> links = new HashMap<>();
        facts.forEach((record, known) -> links.put(record, new Links(known)));
        return links;
    }

    /** What was known until then of the links that a record names, with what lived on in it. */
    Links readAsOf(UUID record, OffsetDateTime moment) {
        return new Links(jdbc.sql("""
                        with recursive part as (
                            select :record::uuid as referral_id
                            union
                            select record.referral_id from lead_record record
                            join part on record.merged_into = part.referral_id)
                        select distinct link_fact.source, link_fact.id, link_fact.kind, link_fact.content
                        from part
                        join lead_fact using (referral_id)
                        join lead_link using (source, id)
                        join link_fact on link_fact.link_code = lead_link.link_code
                            and (link_fact.click_id is null or link_fact.click_id = lead_link.click_id)
                        where lead_fact.recorded_at <= :moment and link_fact.recorded_at <= :moment
                        """)
                .param("record", record)
                .param("moment", moment)
                .query((row, _) -> StoredJson.linkFact(row.getString("kind"), row.getString("content")))
                .set());
    }

    private static List<String> codes(Submission submission) {
        return submission.linkCodes().stream().filter(StoredLinks::mayBeAName).toList();
    }

    private static @Nullable String clickId(Submission submission) {
        return submission.clickId().filter(StoredLinks::mayBeAName).orElse(null);
    }

    private static boolean mayBeAName(String text) {
        return text.length() <= MOST_ID_CHARACTERS;
    }
}
