package io.askwell.schemas;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic and what travels on it.
 *
 * @param name topic name; its dead-letter topic is {@code <name>-dlt}
 * @param valueType the Avro class of every value; a compacted topic also carries tombstones
 * @param key what the UTF-8 record key identifies
 * @param compacted whether only the latest record of a key is kept; otherwise records are kept for ever
 */
public record Topic<T extends SpecificRecord>(String name, Class<T> valueType, String key, boolean compacted) {

    /**
     * Partitions of every topic. Signals and readiness must have the same number, because the release fence relies on a
     * customer having one partition number on both; partitions are never added in place.
     */
    public static final int PARTITIONS = 6;

    /** Twice what a broker takes as a record unless told otherwise. */
    public static final int MOST_DEAD_LETTER_BYTES = 2 * 1024 * 1024;

    public Schema schema() {
        return SpecificData.get().getSchema(valueType);
    }

    public String subject() {
        return name + "-value";
    }

    public String deadLetterTopic() {
        return name + "-dlt";
    }

    public int partitions() {
        return PARTITIONS;
    }

    /** Topic settings for the broker; whoever runs more than one broker adds replication. */
    public Map<String, String> settings() {
        return compacted
                ? Map.of("cleanup.policy", "compact", "unclean.leader.election.enable", "false")
                : Map.of("cleanup.policy", "delete", "retention.ms", "-1", "unclean.leader.election.enable", "false");
    }

    /**
     * Dead letters are kept until a person has dealt with them, however long that takes. They may be larger than the
     * records of the topic itself, because each carries its reason.
     */
    public Map<String, String> deadLetterSettings() {
        Map<String, String> settings = new HashMap<>(
                Map.of("cleanup.policy", "delete", "retention.ms", "-1", "unclean.leader.election.enable", "false"));
        settings.put("max.message.bytes", Integer.toString(MOST_DEAD_LETTER_BYTES));
        return Map.copyOf(settings);
    }
}
