package io.askwell.attribution.postgres;

import io.askwell.attribution.application.Blocks;
import io.askwell.attribution.domain.Pseudonym;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Blocking keys as 64 bits of a pseudonym, which are also the names of the locks. Two keys with the same bits only make for a
 * comparison too many.
 */
public final class PostgresBlocks implements Blocks {

    /** A key that more records than these have says little, and comparing them all would cost too much. */
    static final int MOST_IN_A_BLOCK = 50;

    private static final int MOST_CANDIDATES = 50;

    private final JdbcClient jdbc;

    public PostgresBlocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void waitForOthers(Collection<String> keys) {
        if (!keys.isEmpty()) {
            // The rows come in the order of the array, so that two callers cannot wait for each other.
            jdbc.sql("select pg_advisory_xact_lock(block) from unnest(:blocks::bigint[]) block")
                    .param("blocks", blocks(keys))
                    .query((_, _) -> true)
                    .list();
        }
    }

    @Override
    public Found find(Collection<String> keys) {
        Map<Long, Set<UUID>> byBlock = new HashMap<>();
        jdbc.sql("""
                        select wanted.block, record.survivor_id
                        from unnest(:blocks::bigint[]) wanted (block)
                        cross join lateral (
                            select referral_id from lead_block where lead_block.block = wanted.block limit :atMost) found
                        join lead_record record using (referral_id)
                        """)
                .param("blocks", blocks(keys))
                .param("atMost", MOST_IN_A_BLOCK + 1)
                .query(row -> {
                    byBlock.computeIfAbsent(row.getLong("block"), _ -> new LinkedHashSet<>())
                            .add(row.getObject("survivor_id", UUID.class));
                });
        List<Set<UUID>> telling = byBlock.values().stream()
                .filter(records -> records.size() <= MOST_IN_A_BLOCK)
                .toList();
        return new Found(mostShared(telling), byBlock.size() - telling.size());
    }

    @Override
    public void put(UUID record, Collection<String> keys) {
        jdbc.sql("""
                        insert into lead_block (block, referral_id) select unnest(:blocks::bigint[]), :record
                        on conflict do nothing
                        """).param("blocks", blocks(keys)).param("record", record).update();
    }

    private static Set<UUID> mostShared(List<Set<UUID>> blocks) {
        Map<UUID, Long> shared =
                blocks.stream().flatMap(Set::stream).collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        return shared.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<UUID, Long> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_CANDIDATES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Long[] blocks(Collection<String> keys) {
        return keys.stream()
                .map(key -> Long.parseUnsignedLong(Pseudonym.of("block:" + key).substring(0, 16), 16))
                .distinct()
                .sorted()
                .toArray(Long[]::new);
    }
}
