package io.askwell.transport.outbox;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while a partition cannot reach the broker or the database. Rows are kept meanwhile, so the service itself goes on. */
public final class OutboxHealth implements HealthIndicator {

    private final OutboxRelay relay;

    public OutboxHealth(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        relay.relays().forEach(partition -> {
            String name = "partition " + partition.partition();
            switch (partition.state()) {
                case RelayState.Owner() -> health.withDetail(name, "owner");
                case RelayState.Standby() -> health.withDetail(name, "standby");
                case RelayState.Stopped() -> health.outOfService().withDetail(name, "stopped");
                case RelayState.Retrying(String reason) -> health.down().withDetail(name, "retrying after " + reason);
            }
        });
        return health.build();
    }
}
