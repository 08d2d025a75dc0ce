package io.askwell.reward.application;

import io.askwell.reward.domain.Segment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who the customers are, as far as rewards depend on it. */
public interface Profiles {

    /**
     * @param emailDomain registrable domain of the contact's address; null where none is known
     * @param asOf when this was known; what is older than what is kept changes nothing
     */
    void keep(String customerId, Segment segment, @Nullable String emailDomain, Instant asOf);
}
