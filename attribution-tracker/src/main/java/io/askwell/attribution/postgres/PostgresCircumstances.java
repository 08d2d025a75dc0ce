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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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
    private final StoredCircumstances stored;
    private final VelocityLimit velocity;

    public PostgresCircumstances(JdbcClient jdbc, VelocityLimit velocity) {
        this.jdbc = jdbc;
        this.stored = new StoredCircumstances(jdbc);
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
        return Long.parseUnsignedLong(Pseudonym.of(name).substring(0, 16), 16);
    }

    @Override
    public Map<UUID, Circumstances> renew(Collection<Concerned> living, Instant now) {
        if (living.isEmpty()) {
            return Map.of();
        }
        List<LeadHistory> histories = living.stream().map(Concerned::history).toList();
        UUID[] ids = histories.stream().map(LeadHistory::referralId).toArray(UUID[]::new);
        ListLock.share(jdbc);
        keepSubjects(histories);
        judgeByEntries(ids);
        List<Naming> namings =
                histories.stream().flatMap(history -> namings(history).stream()).toList();
        if (!namings.isEmpty()) {
            keep(namings);
            judgeByVelocity(ids);
            queueHurried(living, now);
        }
        return stored.read(ids);
    }

    private record Concern(Subject subject, FactId fact) {}

    /** With the home of the fact that shows it, so that a merge that is taken back takes its subjects along. */
    private void keepSubjects(List<LeadHistory> histories) {
        List<Concern> concerns = histories.stream()
                .flatMap(history -> history.facts().stream())
                .flatMap(fact -> fact.subjects().map(subject -> new Concern(subject, fact.id())))
                .toList();
        jdbc.sql("""
                        insert into record_subject (kind, subject_key, referral_id)
                        select distinct concern.kind, concern.subject_key, fact.referral_id
                        from unnest(:kinds::text[], :keys::text[], :sources::text[], :ids::text[])
                             concern (kind, subject_key, source, id)
                        join lead_fact fact using (source, id)
                        on conflict do nothing
                        """)
                .param(
                        "kinds",
                        Columns.texts(
                                concerns, concern -> concern.subject().kind().name()))
                .param(
                        "keys",
                        Columns.texts(concerns, concern -> concern.subject().key()))
                .param(
                        "sources",
                        Columns.texts(concerns, concern -> concern.fact().source()))
                .param("ids", Columns.texts(concerns, concern -> concern.fact().id()))
                .update();
    }

    private record Naming(Referrer referrer, Submission submission, Instant receivedAt) {}

    private static List<Naming> namings(LeadHistory history) {
        List<Naming> namings = new ArrayList<>();
        for (LeadFact fact : history.facts()) {
            if (fact instanceof Submission submission && submission.receivedAt() != null) {
                Instant receivedAt = submission.receivedAt();
                submission.referrers().forEach(referrer -> namings.add(new Naming(referrer, submission, receivedAt)));
            }
        }
        return namings;
    }

    private void keep(List<Naming> namings) {
        jdbc.sql("""
                        insert into lead_naming
                            (referrer_kind, referrer_id, received_at, source, id, referral_id, lead_key)
                        select naming.kind, naming.referrer, naming.received_at, fact.source, fact.id, fact.referral_id,
                               naming.lead_key
                        from unnest(:kinds::text[], :referrers::text[], :receivedAt::timestamptz[], :sources::text[],
                                    :ids::text[], :leads::text[])
                             naming (kind, referrer, received_at, source, id, lead_key)
                        join lead_fact fact on fact.source = naming.source and fact.id = naming.id
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

    private void judgeByEntries(UUID[] ids) {
        jdbc.sql("""
                        with current as (
                            select distinct record.referral_id, entry.entry_id
                            from record_subject subject
                            join lead_record record using (referral_id)
                            join list_entry entry
                              on entry.kind = subject.kind and entry.subject_key = subject.subject_key
                            where record.survivor_id = any(:ids) and entry.removed_at is null),
                        gone as (
                            delete from judged_by_entry using lead_record record
                            where record.referral_id = judged_by_entry.referral_id and record.survivor_id = any(:ids)
                              and (judged_by_entry.referral_id, judged_by_entry.entry_id) not in (
                                  select referral_id, entry_id from current))
                        insert into judged_by_entry (referral_id, entry_id) select referral_id, entry_id from current
                        on conflict do nothing
                        """).param("ids", ids).update();
    }

    private void judgeByVelocity(UUID[] ids) {
        jdbc.sql("""
                        update lead_naming naming set hurried = not naming.hurried
                        from lead_record record
                        where record.referral_id = naming.referral_id and record.survivor_id = any(:ids)
                          and naming.hurried is distinct from (%s)
                        """.formatted(HURRIES))
                .param("ids", ids)
                .param("mostLeads", velocity.mostLeads())
                .param("within", velocity.within().toString())
                .update();
    }

    /** What was received before, but comes now, may make hurried what came since. */
    private void queueHurried(Collection<Concerned> living, Instant now) {
        jdbc.sql("""
                        insert into reevaluation (referral_id, cause, queued_at)
                        select other.survivor_id, min(concerned.cause), :now::timestamptz
                        from unnest(:ids::uuid[], :causes::text[]) concerned (referral_id, cause)
                        join lead_record record on record.survivor_id = concerned.referral_id
                        join lead_naming mine on mine.referral_id = record.referral_id
                        join lead_naming naming
                          on naming.referrer_kind = mine.referrer_kind and naming.referrer_id = mine.referrer_id
                         and naming.received_at between mine.received_at and mine.received_at + :within::interval
                        join lead_record other on other.referral_id = naming.referral_id
                        where other.survivor_id <> all(:ids) and not naming.hurried and (%s)
                        group by other.survivor_id
                        order by other.survivor_id
                        on conflict (referral_id) do update set cause = excluded.cause
                        """.formatted(HURRIES))
                .param("ids", Columns.ids(living, one -> one.history().referralId()))
                .param("causes", Columns.texts(living, Concerned::cause))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("mostLeads", velocity.mostLeads())
                .param("within", velocity.within().toString())
                .update();
    }
}
