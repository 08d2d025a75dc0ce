package io.askwell.transport.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor of the page that follows; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    private static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 500;

    /** Made of one item more than the page holds, if there are so many: its presence tells that a page follows. */
    public static <T> Page<T> of(List<T> fetched, int size, Function<T, Cursor> positionOf) {
        if (fetched.size() <= size) {
            return new Page<>(List.copyOf(fetched), null);
        }
        List<T> items = List.copyOf(fetched.subList(0, size));
        return new Page<>(items, positionOf.apply(items.getLast()).toString());
    }

    /** The size that {@code ?limit=} asks for. */
    public static int size(@Nullable Integer limit) {
        if (limit == null) {
            return USUAL_SIZE;
        }
        if (limit < 1 || limit > LARGEST_SIZE) {
            throw Refusal.badRequest("limit is between 1 and " + LARGEST_SIZE);
        }
        return limit;
    }
}
