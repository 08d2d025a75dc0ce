package io.askwell.signal.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the sender of a batch learns. The accepted reports are safe: the log has acknowledged every one. */
public record Receipt(int accepted, List<Rejection> rejected) {

    public Receipt {
        rejected = List.copyOf(rejected);
    }

    /**
     * @param index place of the report in its batch, from 0
     * @param id as reported, null when there was none
     */
    public record Rejection(int index, @Nullable String id, List<Reason> reasons) {}
}
