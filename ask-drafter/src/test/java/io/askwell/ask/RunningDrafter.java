package io.askwell.ask;

import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.SharedServers;
import io.askwell.schemas.AvroSerdes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/** The whole service in this process, against real servers. One for all tests of a broker, since its groups are one. */
final class RunningDrafter implements AutoCloseable {

    private final ServiceDatabase database;
    private final MovableClock clock = new MovableClock();
    private final String bootstrapServers;
    private final String registryUrl;
    private final Class<?>[] sources;
    private @Nullable ConfigurableApplicationContext context;

    private RunningDrafter(ServiceDatabase database, String bootstrapServers, String registryUrl, Class<?>... sources) {
        this.database = database;
        this.bootstrapServers = bootstrapServers;
        this.registryUrl = registryUrl;
        this.sources = sources;
        start();
    }

    static RunningDrafter shared() {
        return Shared.DRAFTER;
    }

    /** On a broker of its own, which the caller has provisioned. */
    static RunningDrafter on(String bootstrapServers, String registryUrl) {
        return on(SharedServers.freshDatabase("ask_drafter"), bootstrapServers, registryUrl);
    }

    /** @param changes configurations whose primary beans take the place of the service's own */
    static RunningDrafter on(
            ServiceDatabase database, String bootstrapServers, String registryUrl, Class<?>... changes) {
        return new RunningDrafter(
                database,
                bootstrapServers,
                registryUrl,
                Stream.concat(Stream.of(AskDrafterApplication.class), Stream.of(changes))
                        .toArray(Class<?>[]::new));
    }

    /** A second process of the same service, as far as one JVM can have two. */
    RunningDrafter another() {
        return new RunningDrafter(database, bootstrapServers, registryUrl, sources);
    }

    private static final class Shared {
        static final RunningDrafter DRAFTER = start();

        private static RunningDrafter start() {
            SharedServers.provision();
            return on(SharedServers.bootstrapServers(), SharedServers.registryUrl());
        }
    }

    static AvroSerdes serdes() {
        return AvroSerdes.against(SharedServers.registryUrl());
    }

    /** Ends and starts again on the same database. */
    void restart() {
        context().close();
        start();
    }

    /** Ends, and starts again only after this time. */
    void restartAfter(Duration time) {
        context().close();
        clock.moveAhead(time);
        start();
    }

    MovableClock clock() {
        return clock;
    }

    @Override
    public void close() {
        context().close();
    }

    <T> T bean(Class<T> type) {
        return context().getBean(type);
    }

    String url() {
        Environment environment = context().getEnvironment();
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    private void start() {
        context = new SpringApplicationBuilder(sources)
                .initializers(starting -> ((GenericApplicationContext) starting)
                        .registerBean("movableClock", InstantSource.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                        "--askwell.registry=" + registryUrl,
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--spring.security.oauth2.resourceserver.jwt.public-key-location="
                                + SharedServers.tokens().publicKeyLocation());
    }

    private ConfigurableApplicationContext context() {
        if (context == null) {
            throw new IllegalStateException("The drafter is not running");
        }
        return context;
    }
}
