package io.askwell.ask.http;

import io.askwell.ask.domain.Ask;
import io.askwell.ask.domain.Person.Role;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The contract's words for what the domain names. */
final class Words {

    static final List<String> STATUSES =
            List.of("pending", "approved", "deferred", "declined", "withdrawn", "expired", "released", "answered");

    private Words() {}

    static boolean isStatus(String word) {
        return STATUSES.contains(word);
    }

    static String status(Ask ask) {
        return switch (ask) {
            case Ask.Pending _ -> "pending";
            case Ask.Approved _ -> "approved";
            case Ask.Deferred _ -> "deferred";
            case Ask.Declined _ -> "declined";
            case Ask.Withdrawn _ -> "withdrawn";
            case Ask.Expired _ -> "expired";
            case Ask.Released _ -> "released";
            case Ask.Answered _ -> "answered";
        };
    }

    static @Nullable String role(@Nullable Role role) {
        return role == null ? null : of(role).replace('_', '-');
    }

    static String of(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
