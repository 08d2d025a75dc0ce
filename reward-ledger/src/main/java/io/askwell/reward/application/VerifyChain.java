package io.askwell.reward.application;

import io.askwell.reward.domain.ledger.ChainCheck;
import io.askwell.reward.domain.ledger.ChainLink;
import io.askwell.reward.domain.ledger.Transfer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** Makes every link anew from the transfers, a page at a time, while others go on to book. */
public final class VerifyChain {

    private static final int AT_A_TIME = 1_000;

    private final Chain chain;
    private final Books books;

    public VerifyChain(Chain chain, Books books) {
        this.chain = chain;
        this.books = books;
    }

    /** What was booked before the call is verified; a link and its transfers become visible at once, so the end is read first. */
    public ChainCheck.Finding verify() {
        long newestTransfer = chain.newestTransfer();
        ChainLink head = chain.head().orElse(null);
        long lastLink = head == null ? 0 : head.position();
        long lastTransfer = head == null ? newestTransfer : Math.max(newestTransfer, head.lastTransfer());
        return ChainCheck.check(
                new Paged<>(after -> chain.links(after, AT_A_TIME), ChainLink::position, lastLink),
                new Paged<>(this::transfers, Map.Entry::getKey, lastTransfer));
    }

    private List<Map.Entry<Long, Transfer>> transfers(long after) {
        return books.transfers(null, null, after, AT_A_TIME).stream()
                .map(entry -> Map.entry(entry.position(), entry.transfer()))
                .toList();
    }

    /** Everything up to a position, read page by page. */
    private static final class Paged<T> implements Iterator<T> {

        private final LongFunction<List<T>> page;
        private final ToLongFunction<T> position;
        private final long last;
        private final Deque<T> read = new ArrayDeque<>();
        private long after;

        Paged(LongFunction<List<T>> page, ToLongFunction<T> position, long last) {
            this.page = page;
            this.position = position;
            this.last = last;
        }

        @Override
        public boolean hasNext() {
            if (read.isEmpty() && after < last) {
                read.addAll(page.apply(after));
                after = read.isEmpty() ? last : position.applyAsLong(read.getLast());
                read.removeIf(item -> position.applyAsLong(item) > last);
            }
            return !read.isEmpty();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return read.removeFirst();
        }
    }
}
