package io.askwell.reward.postgres;

import io.askwell.reward.application.Profiles;
import io.askwell.reward.domain.CustomerProfile;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Segment;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return of(List.of(party)).getOrDefault(party, CustomerProfile.UNKNOWN);
    }

    @Override
    public Map<Party, CustomerProfile> of(Collection<Party> parties) {
        String[] customers = parties.stream()
                .filter(party -> party.kind() == Party.Kind.CUSTOMER)
                .map(Party::id)
                .distinct()
                .toArray(String[]::new);
        Map<Party, CustomerProfile> known = new HashMap<>();
        jdbc.sql("select * from customer_profile where customer_id = any(:customers)")
                .param("customers", customers)
                .query(row -> {
                    known.put(
                            new Party(Party.Kind.CUSTOMER, row.getString("customer_id")),
                            new CustomerProfile(
                                    Columns.constant(Segment.class, row.getString("segment")),
                                    row.getString("email_domain")));
                });
        return known;
    }
}
