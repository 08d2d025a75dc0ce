package io.askwell.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** A Kafka broker that is its own controller (KRaft). {@code directory} keeps its log, settings and data. */
public record BrokerServer(Installation installation, Path directory, int port) implements LocalServer {

    private static final Duration FORMAT_PATIENCE = Duration.ofSeconds(60);
    private static final int ANSWER_MILLIS = 3000;

    @Override
    public String name() {
        return "kafka";
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public String address() {
        return bootstrapServers();
    }

    @Override
    public Path log() {
        return directory.resolve("broker.log");
    }

    /** Formats the storage on the first launch; later launches keep the data. */
    @Override
    public ProcessHandle launch() {
        writeSettings();
        if (!Files.exists(data().resolve("meta.properties"))) {
            format();
        }
        return Processes.launch(runnable().command(settings().toString()), Map.of(), log());
    }

    @Override
    public Optional<JavaProgram> program() {
        return Optional.of(runnable());
    }

    /** Ready once the controller has admitted the broker, which is later than the port's opening. */
    @Override
    public boolean isReady() {
        if (!FreePorts.answers(port)) {
            return false;
        }
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        try (var admin = Admin.create(settings)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void format() {
        var command = new ArrayList<>(
                List.of(Installation.java(), "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(common());
        command.addAll(List.of(
                "-cp",
                installation.classPath(),
                "kafka.tools.StorageTool",
                "format",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                settings().toString()));
        Processes.run(command, Map.of(), FORMAT_PATIENCE);
    }

    private JavaProgram runnable() {
        var options = new ArrayList<>(List.of("-Xms128m", "-Xmx384m"));
        options.addAll(common());
        return new JavaProgram(
                installation.libraries(), "broker", options, List.of("-cp", installation.classPath(), "kafka.Kafka"));
    }

    private List<String> common() {
        return List.of(
                "-Dlogback.configurationFile=" + loggingSettings(),
                "-Djava.awt.headless=true",
                "-Dkafka.logs.dir=" + directory);
    }

    /**
     * One node holds every replica, hence the factors of one. The short broker session makes the controller forget a
     * killed broker within seconds; the controller's own port is never published and may differ from launch to launch.
     */
    private void writeSettings() {
        var controllerPort = FreePorts.next();
        var text = """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                unclean.leader.election.enable=false
                min.insync.replicas=1
                default.replication.factor=1
                offsets.topic.num.partitions=8
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=8
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                num.network.threads=2
                num.io.threads=4
                log.cleaner.dedupe.buffer.size=16777216
                log.retention.ms=-1
                """.formatted(port, controllerPort, data());
        try {
            Files.createDirectories(directory);
            Files.writeString(settings(), text);
            Files.writeString(loggingSettings(), LOGGING);
        } catch (IOException e) {
            throw new ServerFailedException("Could not write the broker's settings: " + e.getMessage(), e);
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path settings() {
        return directory.resolve("server.properties");
    }

    private Path loggingSettings() {
        return directory.resolve("logback.xml");
    }

    private static final String LOGGING = """
            <configuration>
                <statusListener class="ch.qos.logback.core.status.NopStatusListener"/>
                <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder>
                        <pattern>%d{"yyyy-MM-dd'T'HH:mm:ss.SSSXXX"} %-5level %logger{0}: %msg%n</pattern>
                    </encoder>
                </appender>
                <!-- These say a line or more for each partition at every start. -->
                <logger name="state.change.logger" level="WARN"/>
                <logger name="kafka.cluster.Partition" level="WARN"/>
                <logger name="kafka.log" level="WARN"/>
                <logger name="org.apache.kafka.storage.internals.log" level="WARN"/>
                <logger name="org.apache.kafka.controller" level="WARN"/>
                <!-- And these their whole configuration. -->
                <logger name="kafka.server.KafkaConfig" level="WARN"/>
                <logger name="org.apache.kafka.common.config.AbstractConfig" level="WARN"/>
                <root level="INFO"><appender-ref ref="OUT"/></root>
            </configuration>
            """;
}
