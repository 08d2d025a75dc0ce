package io.askwell.ask.domain.draft.lint;

import io.askwell.ask.domain.customer.Channel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * To whom a text goes, and how.
 *
 * @param known names and addresses of the customer and of the account's owner: no third party's
 */
public record Recipient(Channel channel, List<String> known) {

    public Recipient {
        known = List.copyOf(known);
    }

    public static Recipient of(
            Channel channel, @Nullable String ownerId, @Nullable String name, @Nullable String email) {
        return new Recipient(
                channel,
                Stream.of(Optional.ofNullable(ownerId), Optional.ofNullable(name), Optional.ofNullable(email))
                        .flatMap(Optional::stream)
                        .toList());
    }
}
