package io.askwell.attribution.postgres;

import io.askwell.attribution.application.CurrentCircumstances;
import io.askwell.attribution.domain.Circumstances;
import io.askwell.attribution.domain.FactId;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Pseudonym;
import io.askwell.attribution.domain.Referrer;
import io.askwell.attribution.domain.Subject;
import io.askwell.attribution.domain.Submission;
import io.askwell.attribution.domain.VelocityLimit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks up what concerns records by their subjects, and counts how fast their referrers name leads. Who looks up shares a lock
 * that a change of a list takes alone: so either the change finds the record, or the record the change.
 */
public final class PostgresCircumstances implements CurrentCircumstances {

    /** The first naming of its lead in the rolling time, and as many others before it as one may name. */
    private static final String HURRIES = """
            not exists (
                select from lead_naming same
                where same.referrer_kind = naming.referrer_kind and same.referrer_id = naming.referrer_id
                  and same.lead_key = naming.lead_key
                  and same.received_at >= naming.received_at - :within::interval
                  and (same.received_at, same.source, same.id) < (naming.received_at, naming.source, naming.id))
            and :mostLeads <= (
                select count(distinct earlier.lead_key) from lead_naming earlier
                where earlier.referrer_kind = naming.referrer_kind and earlier.referrer_id = naming.referrer_id
                  and earlier.received_at >= naming.received_at - :within::interval
                  and (earlier.received_at, earlier.source, earlier.id)
                      < (naming.received_at, naming.source, naming.id))
            """;

    private final JdbcClient jdbc;
    private final VelocityLimit velocity;

    public PostgresCircumstances(JdbcClient jdbc, VelocityLimit velocity) {
        this.jdbc = jdbc;
        this.velocity = velocity;
    }

    @Override
    public void waitForOthers(Collection<LeadFact> facts) {
        Set<Long> referrers = new TreeSet<>();
        for (LeadFact fact : facts) {
            if (fact instanceof Submission submission && submission.receivedAt() != null) {
                submission.referrers().forEach(referrer -> referrers.add(nameOfLock(referrer)));
            }
        }
        if (!referrers.isEmpty()) {
            jdbc.sql("select pg_advisory_xact_lock(referrer) from unnest(:referrers::bigint[]) referrer")
                    .param("referrers", referrers.toArray(Long[]::new))
                    .query((_, _) -> true)
                    .list();
        }
    }

    private static long nameOfLock(Referrer referrer) {
        String name = "referrer:" + referrer.kind() + ":" + referrer.id();
        return Pseudonym.bits(name);
    }

    @Override
    public Map<UUID, Circumstances> renew(Collection<Concerned> living, Instant now) {
        if (living.isEmpty()) {
            return Map.of();
        }
        List<LeadHistory> histories = living.stream().map(Concerned::history).toList();
        ListLock.share(jdbc);
        Members members =
                Members.of(jdbc, histories.stream().map(LeadHistory::referralId).toList());
        Map<FactId, UUID> homes = homes(histories);
        Set<Concern> concerns = concerns(histories, homes);
        keep(concerns);
        judgeByEntries(members.ids(), concerns);
        List<Naming> namings = histories.stream()
                .flatMap(history -> namings(history, homes).stream())
                .toList();
        if (!namings.isEmpty()) {
            keep(namings);
            judgeByVelocity(members.ids());
            queueHurried(living, members, now);
        }
        return StoredCircumstances.read(members);
    }

    /** In which record each fact is kept: where nothing else lives on in a record, that record itself. */
    private Map<FactId, UUID> homes(List<LeadHistory> histories) {
        Map<FactId, UUID> homes = new HashMap<>();
        List<UUID> merged = new ArrayList<>();
        for (LeadHistory history : histories) {
            if (history.relations().members().size() == 1) {
                history.facts().forEach(fact -> homes.put(fact.id(), history.referralId()));
            } else {
                merged.addAll(history.relations().members());
            }
        }
        if (!merged.isEmpty()) {
            jdbc.sql("select source, id, referral_id from lead_fact where referral_id = any(:ids)")
                    .param("ids", merged.toArray(UUID[]::new))
                    .query(row -> {
                        homes.put(
                                new FactId(row.getString("source"), row.getString("id")),
                                row.getObject("referral_id", UUID.class));
                    });
        }
        return homes;
    }

    /** With the home of the fact that shows it, so that a merge that is taken back takes its subjects along. */
    private record Concern(Subject subject, UUID home) {}

    private static Set<Concern> concerns(List<LeadHistory> histories, Map<FactId, UUID> homes) {
        return histories.stream()
                .flatMap(history -> history.facts().stream())
                .flatMap(fact -> fact.subjects().map(subject -> new Concern(subject, homeOf(fact, homes))))
                .collect(Collectors.toSet());
    }

    private void keep(Set<Concern> concerns) {
        jdbc.sql("""
                        insert into record_subject (kind, subject_key, referral_id)
                        select * from unnest(:kinds::text[], :keys::text[], :homes::uuid[])
                        on conflict do nothing
                        """).params(columns(concerns)).update();
    }

    private static Map<String, Object> columns(Set<Concern> concerns) {
        return Map.of(
                "kinds",
                        Columns.texts(
                                concerns, concern -> concern.subject().kind().name()),
                "keys", Columns.texts(concerns, concern -> concern.subject().key()),
                "homes", Columns.ids(concerns, Concern::home));
    }

    private static UUID homeOf(LeadFact fact, Map<FactId, UUID> homes) {
        return Objects.requireNonNull(homes.get(fact.id()), "it is written");
    }

    private record Naming(Referrer referrer, Submission submission, Instant receivedAt, UUID home) {}

    private static List<Naming> namings(LeadHistory history, Map<FactId, UUID> homes) {
        List<Naming> namings = new ArrayList<>();
        for (LeadFact fact : history.facts()) {
            if (fact instanceof Submission submission && submission.receivedAt() != null) {
                Instant receivedAt = submission.receivedAt();
                submission
                        .referrers()
                        .forEach(referrer ->
                                namings.add(new Naming(referrer, submission, receivedAt, homeOf(fact, homes))));
            }
        }
        return namings;
    }

    private void keep(List<Naming> namings) {
        jdbc.sql("""
                        insert into lead_naming
                            (referrer_kind, referrer_id, received_at, source, id, referral_id, lead_key)
                        select * from unnest(:kinds::text[], :referrers::text[], :receivedAt::timestamptz[], :sources::text[],
                                             :ids::text[], :homes::uuid[], :leads::text[])
                        on conflict do nothing
                        """)
                .param(
                        "kinds",
                        Columns.texts(
                                namings, naming -> naming.referrer().kind().name()))
                .param(
                        "referrers",
                        Columns.texts(namings, naming -> naming.referrer().id()))
                .param(
                        "receivedAt",
                        Columns.texts(namings, naming -> naming.receivedAt().toString()))
                .param(
                        "sources",
                        Columns.texts(
                                namings, naming -> naming.submission().id().source()))
                .param(
                        "ids",
                        Columns.texts(
                                namings, naming -> naming.submission().id().id()))
                .param("homes", Columns.ids(namings, Naming::home))
                .param("leads", Columns.texts(namings, naming -> leadKey(naming.submission())))
                .update();
    }

    /** The most telling key alone: what a later fact joins does not change how many leads were named. */
    private static String leadKey(Submission submission) {
        return submission
                .identity()
                .emailKey()
                .or(submission::phoneKey)
                .or(() -> submission.identity().externalIdKey())
                .orElseGet(() -> Pseudonym.of("src:" + submission.id().text()));
    }

    private void judgeByEntries(UUID[] members, Set<Concern> concerns) {
        jdbc.sql("""
                        with current as (
                            select distinct subject.referral_id, entry.entry_id
                            from unnest(:kinds::text[], :keys::text[], :homes::uuid[])
                                 subject (kind, subject_key, referral_id)
                            join list_entry entry
                              on entry.kind = subject.kind and entry.subject_key = subject.subject_key
                            where entry.removed_at is null),
                        gone as (
                            delete from judged_by_entry
                            where judged_by_entry.referral_id = any(:ids)
                              and (judged_by_entry.referral_id, judged_by_entry.entry_id) not in (
                                  select referral_id, entry_id from current))
                        insert into judged_by_entry (referral_id, entry_id) select referral_id, entry_id from current
                        on conflict do nothing
                        """).param("ids", members).params(columns(concerns)).update();
    }

    /** Its namings first and then what hurries them: put together, every naming there is would be looked at for the few. */
    private void judgeByVelocity(UUID[] members) {
        jdbc.sql("""
                        with naming as materialized (
                            select * from lead_naming where referral_id = any(:ids)),
                        changed as materialized (
                            select * from naming where naming.hurried is distinct from (%s))
                        update lead_naming set hurried = not lead_naming.hurried
                        from changed
                        where lead_naming.referrer_kind = changed.referrer_kind
                          and lead_naming.referrer_id = changed.referrer_id
                          and lead_naming.received_at = changed.received_at
                          and lead_naming.source = changed.source and lead_naming.id = changed.id
                        """.formatted(HURRIES))
                .param("ids", members)
                .param("mostLeads", velocity.mostLeads())
                .param("within", velocity.within().toString())
                .update();
    }

    /** What was received before, but comes now, may make hurried what came since. */
    private void queueHurried(Collection<Concerned> living, Members members, Instant now) {
        Map<UUID, String> causes = living.stream()
                .collect(Collectors.toMap(one -> one.history().referralId(), Concerned::cause, (one, _) -> one));
        List<UUID> ids = List.of(members.ids());
        jdbc.sql("""
                        with mine as materialized (
                            select distinct named.referrer_kind, named.referrer_id, named.received_at, concerned.cause
                            from unnest(:ids::uuid[], :causes::text[]) concerned (referral_id, cause)
                            cross join lateral (
                                select * from lead_naming
                                where lead_naming.referral_id = concerned.referral_id offset 0) named),
                        naming as materialized (
                            select since.*, mine.cause
                            from mine
                            cross join lateral (
                                select * from lead_naming
                                where lead_naming.referrer_kind = mine.referrer_kind
                                  and lead_naming.referrer_id = mine.referrer_id
                                  and lead_naming.received_at between mine.received_at and mine.received_at + :within::interval
                                offset 0) since
                            where not since.hurried and since.referral_id <> all(:ids)),
                        hurried as materialized (
                            select * from naming where %s)
                        insert into reevaluation (referral_id, cause, queued_at)
                        select other.survivor_id, min(hurried.cause), :now::timestamptz
                        from hurried join lead_record other on other.referral_id = hurried.referral_id
                        group by other.survivor_id
                        order by other.survivor_id
                        on conflict (referral_id) do update set cause = excluded.cause
                        """.formatted(HURRIES))
                .param("ids", ids.toArray(UUID[]::new))
                .param("causes", Columns.texts(ids, id -> causes.get(members.survivorOf(id))))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("mostLeads", velocity.mostLeads())
                .param("within", velocity.within().toString())
                .update();
    }
}
