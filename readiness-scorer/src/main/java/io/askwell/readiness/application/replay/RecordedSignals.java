package io.askwell.readiness.application.replay;

import io.askwell.readiness.domain.signal.Signal;
import java.util.List;

/** The log of signals, up to where it had come when it was opened. */
public interface RecordedSignals {

    /** All that there is to read. The signals of one customer are in one partition. */
    List<Partition> partitions();

    void read(Partition partition, Reader reader);

    /**
     * @param from offset of the first record
     * @param until offset after the last record
     */
    record Partition(int number, long from, long until) {

        /** At most: not every offset is that of a record. */
        public long records() {
            return until - from;
        }
    }

    /** Is told of every record, in the order of the log. */
    interface Reader {

        void signal(String customerId, Signal<?> signal);

        /** @param reason why the scorer does not count this record: a constant word */
        void passedOver(String reason);

        /** @param offset up to which the partition has been read */
        void reached(long offset);
    }
}
