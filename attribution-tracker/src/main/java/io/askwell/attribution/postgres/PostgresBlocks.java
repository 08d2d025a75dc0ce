package io.askwell.attribution.postgres;

import io.askwell.attribution.application.Blocks;
import io.askwell.attribution.domain.Pseudonym;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Blocking keys as 64 bits of a pseudonym. Two keys with the same bits only make for a comparison too many. */
public final class PostgresBlocks implements Blocks {

    private static final int LOCKS = 0x626c6f63;

    /** The database holds a few thousand locks for everybody, and a transaction may look for hundreds of leads by many keys each. */
    private static final int NAMES_OF_LOCKS = 1024;

    private final JdbcClient jdbc;

    public PostgresBlocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void waitForOtherSeekers(Collection<Sought> sought) {
        Map<Integer, Boolean> alone = new TreeMap<>();
        sought.forEach(one ->
                alone.merge(Math.floorMod(block(one.key()), NAMES_OF_LOCKS), !one.addressed(), Boolean::logicalOr));
        // The rows come in the order of the array, so that two callers cannot wait for each other.
        jdbc.sql("""
                        select case when alone then pg_advisory_xact_lock(:locks, name)
                                    else pg_advisory_xact_lock_shared(:locks, name) end
                        from unnest(:names::int[], :alone::boolean[]) lock (name, alone)
                        """)
                .param("locks", LOCKS)
                .param("names", alone.keySet().toArray(Integer[]::new))
                .param("alone", alone.values().toArray(Boolean[]::new))
                .query((_, _) -> true)
                .list();
    }

    @Override
    public Map<Sought, Set<UUID>> find(Collection<Sought> sought) {
        List<Sought> numbered = new ArrayList<>(sought);
        Map<Sought, Set<UUID>> found = new HashMap<>();
        jdbc.sql("""
                        select wanted.number, record.survivor_id
                        from unnest(:blocks::bigint[], :addressed::boolean[]) with ordinality wanted (block, addressed, number)
                        cross join lateral (
                            (select referral_id from lead_block
                             where not wanted.addressed and lead_block.block = wanted.block limit :atMost)
                            union all
                            (select referral_id from lead_block
                             where wanted.addressed and lead_block.block = wanted.block and not lead_block.addressed
                             limit :atMost)) found
                        cross join lateral (
                            select survivor_id from lead_record
                            where lead_record.referral_id = found.referral_id offset 0) record
                        """)
                .param("blocks", Columns.numbers(numbered, one -> block(one.key())))
                .param("addressed", Columns.booleans(numbered, Sought::addressed))
                .param("atMost", MOST_IN_A_BLOCK + 1)
                .query(row -> {
                    found.computeIfAbsent(numbered.get(row.getInt("number") - 1), _ -> new LinkedHashSet<>())
                            .add(row.getObject("survivor_id", UUID.class));
                });
        return found;
    }

    @Override
    public void put(Collection<Entry> entries) {
        Map<Place, Boolean> newest = new TreeMap<>();
        entries.forEach(entry -> newest.put(new Place(block(entry.key()), entry.record()), entry.addressed()));
        jdbc.sql("""
                        insert into lead_block (block, referral_id, addressed)
                        select * from unnest(:blocks::bigint[], :records::uuid[], :addressed::boolean[])
                        on conflict (block, referral_id) do update set addressed = excluded.addressed
                            where lead_block.addressed <> excluded.addressed
                        """)
                .param("blocks", Columns.numbers(newest.keySet(), Place::block))
                .param("records", Columns.ids(newest.keySet(), Place::record))
                .param("addressed", newest.values().toArray(Boolean[]::new))
                .update();
    }

    private record Place(long block, UUID record) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byBlock = Long.compare(block, other.block);
            return byBlock != 0 ? byBlock : record.compareTo(other.record);
        }
    }

    private static long block(String key) {
        return Pseudonym.bits("block:" + key);
    }
}
