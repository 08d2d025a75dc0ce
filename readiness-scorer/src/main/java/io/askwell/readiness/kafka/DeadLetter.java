package io.askwell.readiness.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.springframework.kafka.support.KafkaHeaders;

/** A record put aside: key, value and headers as they came, with the same headers as every other dead letter of Askwell. */
record DeadLetter(Record<byte[], byte[]> original, RecordMetadata metadata, String reason, String detail) {

    Record<byte[], byte[]> toRecord(String group) {
        Headers headers = new RecordHeaders(original.headers());
        headers.add(KafkaHeaders.DLT_ORIGINAL_TOPIC, text(metadata.topic()));
        headers.add(KafkaHeaders.DLT_ORIGINAL_PARTITION, number(metadata.partition()));
        headers.add(KafkaHeaders.DLT_ORIGINAL_OFFSET, number(metadata.offset()));
        headers.add(KafkaHeaders.DLT_ORIGINAL_TIMESTAMP, number(original.timestamp()));
        headers.add(KafkaHeaders.DLT_ORIGINAL_TIMESTAMP_TYPE, text(TimestampType.CREATE_TIME.toString()));
        headers.add(KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP, text(group));
        headers.add(KafkaHeaders.DLT_EXCEPTION_FQCN, text(reason));
        headers.add(KafkaHeaders.DLT_EXCEPTION_MESSAGE, text(detail));
        headers.add("dlt_reason", text(reason));
        headers.add("dlt_topic", text(metadata.topic()));
        headers.add("dlt_partition", text(Integer.toString(metadata.partition())));
        headers.add("dlt_offset", text(Long.toString(metadata.offset())));
        headers.add("dlt_exception", text(detail));
        return original.withHeaders(headers);
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
