package io.askwell.ask.domain.customer;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Profile facts as the latest assessment carried them.
 *
 * @param zone UTC where none is known
 * @param channel e-mail where no preference is known
 * @param customerName personal, as are {@code contactName} and {@code email}
 */
public record Profile(
        @Nullable String ownerId,
        ZoneId zone,
        Channel channel,
        @Nullable String company,
        boolean highValue,
        boolean sensitive,
        boolean partner,
        AskConsent askConsent,
        @Nullable String customerName,
        @Nullable String contactName,
        @Nullable String email) {}
