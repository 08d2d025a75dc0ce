package io.askwell.ask.http;

import io.askwell.ask.domain.Ask;
import io.askwell.ask.domain.Person.Role;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The contract's words for what the domain names. */
final class Words {

    static final List<String> STATUSES =
            Stream.of(Ask.State.values()).map(Words::of).toList();

    /** What deliveries can be looked for by. */
    static final List<String> DELIVERIES = List.of("by_owner", "awaited", "delivered", "failed", "unknown");

    private Words() {}

    static boolean isStatus(String word) {
        return STATUSES.contains(word);
    }

    static @Nullable String role(@Nullable Role role) {
        return role == null ? null : of(role).replace('_', '-');
    }

    static String of(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
