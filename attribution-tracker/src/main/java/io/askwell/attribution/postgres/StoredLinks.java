package io.askwell.attribution.postgres;

import io.askwell.attribution.domain.FactId;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LinkFact;
import io.askwell.attribution.domain.Links;
import io.askwell.attribution.domain.Submission;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** What is known of the links that submissions name, which nobody else works on until the transaction ends. */
    Links lockNamedBy(Collection<Submission> submissions) {
        List<Use> uses = uses(submissions);
        if (uses.isEmpty()) {
            return Links.UNKNOWN;
        }
        lock(uses.stream().map(Use::linkCode).collect(Collectors.toCollection(TreeSet::new)));
        return new Links(jdbc.sql("""
                        select distinct kind, content::text as content
                        from unnest(:codes::text[], :clicks::text[]) named (link_code, click_id)
                        join link_fact on link_fact.link_code = named.link_code
                            and (link_fact.click_id is null or link_fact.click_id = named.click_id)
                        """)
                .param("codes", Columns.texts(uses, Use::linkCode))
                .param("clicks", Columns.texts(uses, Use::clickId))
                .query((row, _) -> StoredJson.linkFact(row.getString("kind"), row.getString("content")))
                .set());
    }

    void addUses(Collection<Submission> submissions) {
        List<Use> uses = uses(submissions);
        if (!uses.isEmpty()) {
            jdbc.sql("""
                            insert into lead_link (link_code, source, id, click_id)
                            select * from unnest(:codes::text[], :sources::text[], :ids::text[], :clicks::text[])
                            """)
                    .param("codes", Columns.texts(uses, Use::linkCode))
                    .param("sources", Columns.texts(uses, use -> use.fact().source()))
                    .param("ids", Columns.texts(uses, use -> use.fact().id()))
                    .param("clicks", Columns.texts(uses, Use::clickId))
                    .update();
        }
    }

    private record Use(
            String linkCode, FactId fact, @Nullable String clickId) {}

    private static List<Use> uses(Collection<Submission> submissions) {
        return submissions.stream()
                .flatMap(submission ->
                        codes(submission).stream().map(code -> new Use(code, submission.id(), clickId(submission))))
                .toList();
    }

    /** What is known of the links that records name, by their facts; of most there is none. */
    Map<UUID, Links> read(Map<UUID, List<LeadFact>> byRecord) {
        Map<FactId, UUID> records = new HashMap<>();
        byRecord.forEach((record, facts) -> uses(submissions(facts)).forEach(use -> records.put(use.fact(), record)));
        if (records.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Set<LinkFact>> known = new HashMap<>();
        jdbc.sql("""
                        select named.source, named.id, link_fact.kind, link_fact.content
                        from unnest(:sources::text[], :ids::text[]) named (source, id)
                        join lead_link on lead_link.source = named.source and lead_link.id = named.id
                        join link_fact on link_fact.link_code = lead_link.link_code
                            and (link_fact.click_id is null or link_fact.click_id = lead_link.click_id)
                        """)
                .param("sources", Columns.texts(records.keySet(), FactId::source))
                .param("ids", Columns.texts(records.keySet(), FactId::id))
                .query(row -> {
                    UUID record = records.get(new FactId(row.getString("source"), row.getString("id")));
                    known.computeIfAbsent(Objects.requireNonNull(record), _ -> new HashSet<>())
                            .add(StoredJson.linkFact(row.getString("kind"), row.getString("content")));
                });
        Map<UUID, Links> links = new HashMap<>();
        known.forEach((record, facts) -> links.put(record, new Links(facts)));
        return links;
    }

    static List<Submission> submissions(Collection<LeadFact> facts) {
        return facts.stream()
                .flatMap(fact -> fact instanceof Submission submission ? Stream.of(submission) : Stream.empty())
                .toList();
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
