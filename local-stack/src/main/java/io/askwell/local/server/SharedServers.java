package io.askwell.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * One broker, one registry and one PostgreSQL for all tests of a JVM. Each starts when it is first asked for and ends
 * with the JVM, its data too. Tests share them, so they name their own topics or groups, and take a database each.
 */
public final class SharedServers {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private SharedServers() {}

    public static String bootstrapServers() {
        return Broker.RUNNING.server().bootstrapServers();
    }

    /** The root of the registry; serde set-up appends the path of the API. */
    public static String registryUrl() {
        return Registry.RUNNING.server().url();
    }

    /** A new database in which the role and the schema of this service exist and nothing else. */
    public static ServiceDatabase freshDatabase(String service) {
        var server = database();
        var name = service + "_" + DATABASES.incrementAndGet();
        server.createDatabase(name);
        return server.createService(name, service, "secret");
    }

    /** The PostgreSQL behind {@link #freshDatabase}. */
    public static DatabaseServer database() {
        return Database.RUNNING.server();
    }

    public static Tokens tokens() {
        return TokenKeys.TOKENS;
    }

    /** Creates every topic of the catalogue and its dead-letter topic, and registers every schema; once for the JVM. */
    public static void provision() {
        Provisioned.ONCE.run();
    }

    /** Creates those topics that do not exist yet. */
    public static void createTopics(List<NewTopic> topics) {
        Topics.create(bootstrapServers(), topics);
    }

    /** Creates delete-policy topics without settings of their own. */
    public static void createTopics(int partitions, String... names) {
        createTopics(List.of(names).stream()
                .map(name -> new NewTopic(name, partitions, (short) 1))
                .toList());
    }

    private static final class Broker {
        static final RunningServer<BrokerServer> RUNNING = untilExit(
                new BrokerServer(Installation.ofThisBuild(), Scratch.DIRECTORY.resolve("kafka"), FreePorts.next()));
    }

    private static final class Registry {
        static final RunningServer<RegistryServer> RUNNING = untilExit(new RegistryServer(
                Installation.ofThisBuild(),
                Scratch.DIRECTORY.resolve("registry"),
                FreePorts.next(),
                new RegistryServer.Storage.Memory()));
    }

    private static final class Database {
        static final RunningServer<DatabaseServer> RUNNING = untilExit(new DatabaseServer(
                Installation.ofThisBuild(),
                Scratch.DIRECTORY.resolve("postgresql"),
                FreePorts.next(),
                "secret",
                DatabaseServer.Durability.UNTIL_POWER_CUT));
    }

    private static final class Provisioned {
        static final Runnable ONCE = provisionNow();

        private static Runnable provisionNow() {
            new Provisioning(bootstrapServers(), Registry.RUNNING.server().confluentUrl()).run();
            return () -> {};
        }
    }

    private static final class TokenKeys {
        static final Tokens TOKENS = load();

        private static Tokens load() {
            var directory = Scratch.DIRECTORY.resolve("tokens");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(directory), "tokens-end"));
            return Tokens.load(directory);
        }
    }

    private static final class Scratch {
        static final Path DIRECTORY = create();

        private static Path create() {
            try {
                return Files.createTempDirectory("askwell-servers");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static <S extends LocalServer> RunningServer<S> untilExit(S server) {
        var running = RunningServer.start(server);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(running), server.name() + "-end"));
        return running;
    }

    /** PostgreSQL is stopped in order because a killed one leaves shared memory behind; the others hold nothing. */
    private static void end(RunningServer<?> running) {
        if (running.server() instanceof DatabaseServer) {
            running.stop();
        } else {
            running.kill();
        }
        discard(running.server().directory());
    }

    private static void discard(Path directory) {
        delete(directory);
        // Succeeds for the last one only, since a directory with something in it is not deleted.
        Scratch.DIRECTORY.toFile().delete();
    }

    private static void delete(Path directory) {
        try {
            Trees.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
