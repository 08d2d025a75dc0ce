package io.askwell.readiness.kafka;

import io.askwell.readiness.domain.signal.Fact;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts as the store keeps them: a tag made of the kind's word, how many components follow, and the components in their order. A
 * kind therefore keeps its name, and its record may only grow at the end; what an older version did not write is then absent.
 * Nothing is to be written here for a new kind.
 */
final class FactFormat {

    private static final int USUAL_BYTES = 32;
    private static final Map<Class<? extends Fact>, Kind> BY_CLASS = new HashMap<>();
    private static final Map<Short, Kind> BY_TAG = new HashMap<>();

    static {
        for (Class<? extends Fact> type : Fact.KINDS) {
            var kind = Kind.of(type);
            BY_CLASS.put(type, kind);
            if (BY_TAG.put(kind.tag, kind) != null) {
                throw new IllegalStateException("Two kinds have the tag of " + Fact.word(type));
            }
        }
    }

    private FactFormat() {}

    static byte[] bytes(Fact fact) {
        var kind = BY_CLASS.get(fact.getClass());
        if (kind == null) {
            throw new IllegalStateException("Not a kind of fact: " + fact.getClass());
        }
        var out = new StoreBuffer(USUAL_BYTES);
        out.room(Short.BYTES + 1).putShort(kind.tag).put((byte) kind.components.size());
        for (Component component : kind.components) {
            component.write(fact, out);
        }
        return out.toBytes();
    }

    static Fact fact(ByteBuffer in) {
        var kind = BY_TAG.get(in.getShort());
        int written = in.get();
        if (kind == null || written > kind.components.size()) {
            throw new IllegalStateException("The store was written by a newer version of the scorer");
        }
        @Nullable Object[] values = new Object[kind.components.size()];
        for (int i = 0; i < values.length; i++) {
            var type = kind.components.get(i).type;
            values[i] = i < written ? StoredValue.read(type, in) : StoredValue.absent(type);
        }
        return kind.fact(values);
    }

    private record Kind(short tag, List<Component> components, MethodHandle constructor) {

        static Kind of(Class<? extends Fact> type) {
            RecordComponent[] declared = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                var constructor = MethodHandles.publicLookup()
                        .findConstructor(type, MethodType.methodType(void.class, types))
                        .asSpreader(Object[].class, types.length)
                        .asType(MethodType.methodType(Fact.class, Object[].class));
                List<Component> components =
                        Arrays.stream(declared).map(Component::of).toList();
                return new Kind((short) Fact.word(type).hashCode(), components, constructor);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A kind of fact is not a public record: " + type, e);
            }
        }

        Fact fact(@Nullable Object[] values) {
            try {
                return (Fact) constructor.invokeExact(values);
            } catch (Throwable e) {
                throw new IllegalStateException("A stored fact is refused by its record", e);
            }
        }
    }

    private record Component(Class<?> type, MethodHandle accessor) {

        static Component of(RecordComponent component) {
            try {
                var accessor = MethodHandles.publicLookup()
                        .unreflect(component.getAccessor())
                        .asType(MethodType.methodType(Object.class, Fact.class));
                return new Component(component.getType(), accessor);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("A kind of fact is not a public record: " + component, e);
            }
        }

        void write(Fact fact, StoreBuffer out) {
            StoredValue.write(type, value(fact), out);
        }

        private @Nullable Object value(Fact fact) {
            try {
                return (Object) accessor.invokeExact(fact);
            } catch (Throwable e) {
                throw new IllegalStateException("A fact does not tell its own content", e);
            }
        }
    }
}
