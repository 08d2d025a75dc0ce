package io.askwell.schemas.signals;

import io.askwell.signals.v1.SignalRecorded;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;

/**
 * One attribute of a signal kind and where it lives in the record.
 *
 * @param name the name in the JSON form, below {@code /attributes}
 * @param detail the detail record of {@link SignalRecorded} that holds it
 * @param field the field of that record
 */
record SignalAttribute(String name, String detail, String field, AttributeType type, boolean required) {

    String pointer() {
        return "/attributes/" + name;
    }

    SignalAttribute asRequired() {
        return new SignalAttribute(name, detail, field, type, true);
    }

    SignalAttribute in(String otherDetail, String otherField) {
        return new SignalAttribute(name, otherDetail, otherField, type, required);
    }

    Optional<Object> read(SignalRecorded signal) {
        return signal.get(detail) instanceof GenericRecord details
                ? Optional.ofNullable(details.get(field))
                : Optional.empty();
    }

    void write(SignalRecorded signal, Object value) {
        GenericRecord details = (GenericRecord) signal.get(detail);
        if (details == null) {
            var schema = signal.getSchema().getField(detail).schema().getTypes().get(1);
            details = (GenericRecord) SpecificData.get().newRecord(null, schema);
            signal.put(detail, details);
        }
        details.put(field, value);
    }
}
