package io.askwell.reward.postgres;

import io.askwell.reward.application.Profiles;
import io.askwell.reward.domain.CustomerProfile;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Segment;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Profiles} in the table {@code customer_profile}. */
public final class PostgresProfiles implements Profiles {

    private final JdbcClient jdbc;

    public PostgresProfiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(String customerId, CustomerProfile profile, Instant asOf) {
        jdbc.sql("""
                        insert into customer_profile as known (customer_id, segment, email_domain, as_of)
                        values (:customerId, :segment, :emailDomain, :asOf)
                        on conflict (customer_id) do update set
                            segment = excluded.segment, email_domain = excluded.email_domain, as_of = excluded.as_of
                        where known.as_of <= excluded.as_of
                        """)
                .param("customerId", customerId)
                .param("segment", Columns.word(profile.segment()))
                .param("emailDomain", profile.emailDomain())
                .param("asOf", Columns.time(asOf))
                .update();
    }

    @Override
    public CustomerProfile of(Party party) {
        if (party.kind() != Party.Kind.CUSTOMER) {
            return CustomerProfile.UNKNOWN;
        }
        return jdbc.sql("select segment, email_domain from customer_profile where customer_id = :customerId")
                .param("customerId", party.id())
                .query((row, _) -> new CustomerProfile(
                        Columns.constant(Segment.class, row.getString("segment")), row.getString("email_domain")))
                .optional()
                .orElse(CustomerProfile.UNKNOWN);
    }
}
