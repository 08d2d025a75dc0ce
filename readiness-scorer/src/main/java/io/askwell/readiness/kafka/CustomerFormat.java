package io.askwell.readiness.kafka;

import static io.askwell.readiness.kafka.StoredValue.readInstant;
import static io.askwell.readiness.kafka.StoredValue.readText;
import static io.askwell.readiness.kafka.StoredValue.writeInstant;
import static io.askwell.readiness.kafka.StoredValue.writeText;

import io.askwell.readiness.application.Customer;
import io.askwell.readiness.application.LogPosition;
import io.askwell.readiness.domain.AdvocateFacts;
import io.askwell.readiness.domain.Readiness;
import io.askwell.readiness.domain.Standing;
import io.askwell.readiness.domain.rule.Concern;
import io.askwell.readiness.domain.signal.Canonical;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customers as the store keeps them: a version, the standing, where the log was, and the signals. The standing comes first, so that
 * figures over all customers read no further. The constants of stored enumerations keep their names.
 *
 * <p>A format of our own, because every signal of a customer reads and writes all that is kept of the customer, and Avro took a
 * third of the scorer's time for that. See docs/decisions/0008-own-format-of-the-scorers-store.md.
 */
final class CustomerFormat {

    private static final byte VERSION = 1;
    static final int USUAL_BYTES = 2_048;

    private CustomerFormat() {}

    static byte[] bytes(Customer customer) {
        return bytes(customer, new StoreBuffer(USUAL_BYTES));
    }

    /** @param out what was written before is overwritten */
    static byte[] bytes(Customer customer, StoreBuffer out) {
        out.clear();
        out.room(1).put(VERSION);
        write(customer.standing(), out);
        out.room(Integer.BYTES).putInt(customer.coveredThrough().partition());
        out.room(Long.BYTES).putLong(customer.coveredThrough().offset());
        StoredValue.write(Instant.class, customer.oldestDropped(), out);
        writeText(customer.published(), out);
        StoredValue.write(Instant.class, customer.dueAt(), out);
        List<Signal<?>> reports = customer.signals().reports();
        writeCount(reports, out);
        for (Signal<?> report : reports) {
            write(report, out);
        }
        return out.toBytes();
    }

    static Customer customer(byte[] bytes) {
        var in = beginning(bytes);
        var standing = readStanding(in);
        var coveredThrough = new LogPosition(in.getInt(), in.getLong());
        var oldestDropped = (@Nullable Instant) StoredValue.read(Instant.class, in);
        String published = readText(in);
        var dueAt = (@Nullable Instant) StoredValue.read(Instant.class, in);
        int count = in.getInt();
        List<Signal<?>> reports = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String likelySource = i == 0 ? "" : reports.get(i - 1).id().source();
            reports.add(readSignal(in, likelySource));
        }
        return new Customer(
                standing, CustomerSignals.ofReports(reports), coveredThrough, oldestDropped, published, dueAt);
    }

    /** Reads the beginning of a customer and no further. */
    static Standing standing(byte[] bytes) {
        return readStanding(beginning(bytes));
    }

    private static ByteBuffer beginning(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        if (in.get() != VERSION) {
            throw new IllegalStateException("The store was written by another version of the scorer");
        }
        return in;
    }

    private static void write(Signal<?> signal, StoreBuffer out) {
        writeText(signal.id().source(), out);
        writeText(signal.id().id(), out);
        out.room(Integer.BYTES).putInt(signal.revision());
        writeInstant(signal.occurredAt(), out);
        writeInstant(signal.acceptedAt(), out);
        StoredValue.write(String.class, signal.correlatedWith(), out);
        int factBytes = signal.canonical().length();
        signal.canonical().writeTo(out.room(Integer.BYTES + factBytes).putInt(factBytes));
    }

    /** @param likelySource of the signal before, since most signals of a customer come from one source or a few */
    private static Signal<?> readSignal(ByteBuffer in, String likelySource) {
        var id = new SignalId(readText(in, likelySource), readText(in));
        int revision = in.getInt();
        var occurredAt = readInstant(in);
        var acceptedAt = readInstant(in);
        var correlatedWith = (@Nullable String) StoredValue.read(String.class, in);
        byte[] canonical = new byte[in.getInt()];
        in.get(in.position(), canonical);
        Fact fact = FactFormat.fact(in);
        return new Signal<>(id, revision, occurredAt, acceptedAt, correlatedWith, fact, Canonical.owning(canonical));
    }

    private static void write(Standing standing, StoreBuffer out) {
        var advocacy = standing.advocacy();
        StoredValue.writeFlag(advocacy.live(), out);
        StoredValue.write(Integer.class, advocacy.nps(), out);
        out.room(1).put((byte) advocacy.ticketSatisfactions().size());
        for (BigDecimal satisfaction : advocacy.ticketSatisfactions()) {
            writeText(satisfaction.toString(), out);
        }
        StoredValue.write(BigDecimal.class, advocacy.usagePercentile(), out);
        StoredValue.write(Instant.class, advocacy.signedUpAt(), out);
        out.room(1).put((byte) advocacy.praisedAt().size());
        for (Instant praisedAt : advocacy.praisedAt()) {
            writeInstant(praisedAt, out);
        }
        writeText(standing.decision().name(), out);
        writeCount(standing.concerns(), out);
        for (Concern.Kind kind : standing.concerns()) {
            writeText(kind.name(), out);
        }
    }

    private static void writeCount(List<?> items, StoreBuffer out) {
        out.room(Integer.BYTES).putInt(items.size());
    }

    private static Standing readStanding(ByteBuffer in) {
        boolean live = in.get() != 0;
        var nps = (@Nullable Integer) StoredValue.read(Integer.class, in);
        List<BigDecimal> satisfactions = new ArrayList<>();
        for (int left = in.get(); left > 0; left--) {
            satisfactions.add(new BigDecimal(readText(in)));
        }
        var percentile = (@Nullable BigDecimal) StoredValue.read(BigDecimal.class, in);
        var signedUpAt = (@Nullable Instant) StoredValue.read(Instant.class, in);
        List<Instant> praisedAt = new ArrayList<>();
        for (int left = in.get(); left > 0; left--) {
            praisedAt.add(readInstant(in));
        }
        var decision = Readiness.valueOf(readText(in));
        List<Concern.Kind> concerns = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            concerns.add(Concern.Kind.valueOf(readText(in)));
        }
        var advocacy = new AdvocateFacts(live, nps, satisfactions, percentile, signedUpAt, praisedAt);
        return new Standing(advocacy, decision, concerns);
    }
}
