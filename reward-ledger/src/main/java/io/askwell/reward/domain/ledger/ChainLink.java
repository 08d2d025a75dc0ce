package io.askwell.reward.domain.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What one append added to the ledger, sealed: its hash covers the transfers and the hash of the link before, so that nothing
 * earlier can be changed without changing every later hash.
 *
 * @param position 1 for the first link
 * @param previousHash of the link before; {@link #BEGINNING} for the first one
 * @param hash SHA-256 in hexadecimal, see {@link LinkHash}
 * @param firstTransfer position of the first transfer in the ledger
 * @param lastTransfer position of the last one; numbers between them may be missing, where an append was undone
 * @param transfers how many there are
 * @param at the latest time that any of its transfers bears
 */
public record ChainLink(
        long position,
        String previousHash,
        String hash,
        long firstTransfer,
        long lastTransfer,
        int transfers,
        Instant at) {

    /** What the first link continues. */
    public static final String BEGINNING = "0".repeat(64);

    /**
     * @param before the newest link; null for none
     * @param added what was appended, by its position
     */
    public static ChainLink after(@Nullable ChainLink before, SortedMap<Long, Transfer> added) {
        long position = before == null ? 1 : before.position + 1;
        String previousHash = before == null ? BEGINNING : before.hash;
        List<Transfer> transfers = List.copyOf(added.values());
        Instant at = latest(transfers);
        return new ChainLink(
                position,
                previousHash,
                LinkHash.of(previousHash, position, at, transfers),
                added.firstKey(),
                added.lastKey(),
                transfers.size(),
                at);
    }

    boolean continues(@Nullable ChainLink before) {
        return before == null
                ? position == 1 && previousHash.equals(BEGINNING)
                : position == before.position + 1 && previousHash.equals(before.hash);
    }

    boolean seals(List<Transfer> found) {
        return found.size() == transfers
                && LinkHash.of(previousHash, position, at, found).equals(hash);
    }

    private static Instant latest(Collection<Transfer> transfers) {
        return transfers.stream()
                .map(Transfer::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
