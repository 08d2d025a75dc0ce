package io.askwell.transport.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** Makes consumers that publish their position on every poll, also when nothing comes: only the consumer itself knows it. */
final class PositionPublishingConsumers extends DefaultKafkaConsumerFactory<byte[], byte[]> {

    private final AppliedPositions positions;

    PositionPublishingConsumers(Map<String, Object> settings, AppliedPositions positions) {
        super(settings);
        this.positions = positions;
    }

    @Override
    protected Consumer<byte[], byte[]> createRawConsumer(Map<String, Object> settings) {
        String group = (String) settings.get(ConsumerConfig.GROUP_ID_CONFIG);
        if (group == null) {
            throw new IllegalStateException("A reader without a group has no position");
        }
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()) {
            @Override
            public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
                positions.publish(group, assignment(), this);
                return super.poll(timeout);
            }
        };
    }
}
