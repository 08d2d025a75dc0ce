package io.askwell.transport.event;

import org.apache.kafka.common.utils.Utils;

/** Keys decide partitions, and every writer must hash alike: Kafka's murmur2 of the encoded key. */
public final class KeyPartition {

    private KeyPartition() {}

    public static int of(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
