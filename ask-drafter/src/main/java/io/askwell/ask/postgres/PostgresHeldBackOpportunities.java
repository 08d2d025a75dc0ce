package io.askwell.ask.postgres;

import io.askwell.ask.application.HeldBackOpportunities;
import io.askwell.ask.domain.HeldBack;
import io.askwell.ask.domain.customer.Trigger;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Held-back opportunities in PostgreSQL. */
public final class PostgresHeldBackOpportunities implements HeldBackOpportunities {

    private final JdbcClient jdbc;

    public PostgresHeldBackOpportunities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isNew(String customerId, HeldBack heldBack) {
        return jdbc.sql("""
                        insert into held_back (customer_id, trigger, reasons)
                        values (:customerId, :trigger, :reasons)
                        on conflict do nothing
                        """)
                        .param("customerId", customerId)
                        .param("trigger", name(heldBack.trigger()))
                        .param("reasons", String.join(" ", heldBack.codes()))
                        .update()
                == 1;
    }

    private static String name(Trigger trigger) {
        return trigger.kind() + " " + trigger.at() + " "
                + trigger.evidence().stream().sorted().collect(Collectors.joining(" "));
    }
}
