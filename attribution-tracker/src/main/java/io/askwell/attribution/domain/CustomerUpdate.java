package io.askwell.attribution.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about a customer; what it leaves out stays as it was known. A later revision is the same update and
 * replaces it.
 *
 * @param revision 0 or more
 * @param email canonical address of the contact
 * @param emailDomain registrable domain of that address
 */
public record CustomerUpdate(
        FactId id,
        int revision,
        Instant occurredAt,
        @Nullable String contactName,
        @Nullable String email,
        @Nullable String emailDomain,
        @Nullable String company,
        @Nullable Instant signedUpAt,
        @Nullable Instant contractSignedAt) {

    static final Comparator<CustomerUpdate> LATEST_FIRST = Comparator.comparing(CustomerUpdate::occurredAt)
            .thenComparing(CustomerUpdate::id)
            .reversed();

    private static final Comparator<CustomerUpdate> STANDING_LAST = Comparator.comparingInt(CustomerUpdate::revision)
            .thenComparing(CustomerUpdate::occurredAt)
            .thenComparing(CustomerUpdate::bytes, Arrays::compareUnsigned);

    boolean isReplacedBy(CustomerUpdate revised) {
        return id.equals(revised.id) && STANDING_LAST.compare(this, revised) < 0;
    }

    private byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }
}
