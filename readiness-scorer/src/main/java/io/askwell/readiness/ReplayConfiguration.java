package io.askwell.readiness;

import io.askwell.readiness.application.replay.ReplayReport;
import io.askwell.readiness.application.replay.ReplaySignals;
import io.askwell.readiness.application.replay.ReplaySignals.Progress;
import io.askwell.readiness.kafka.SignalFormat;
import io.askwell.readiness.kafka.SignalLog;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.TopicCatalogue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.FileSystemResource;

/** The wiring of the replay: both policies, the log, the comparison. By hand, since there is nothing to serve or to keep running. */
final class ReplayConfiguration {

    private final Map<String, String> settings;

    /** @param settings named like those of the service */
    ReplayConfiguration(Map<String, String> settings) {
        this.settings = settings;
    }

    /** The policies are read first, so that a mistake in one is told before anything is waited for. */
    ReplayReport replay(Instant now, Progress progress) {
        var active = ReadinessPolicyFile.load(new DefaultResourceLoader()
                .getResource(settings.getOrDefault("ASKWELL_READINESS_POLICY", ReadinessPolicyFile.SHIPPED)));
        var proposed = ReadinessPolicyFile.load(new FileSystemResource(required("ASKWELL_REPLAY_POLICY")));
        var at = Optional.ofNullable(settings.get("ASKWELL_REPLAY_AT"))
                .map(Instant::parse)
                .orElse(now);
        var signals = new SignalFormat(
                AvroSerdes.against(required("ASKWELL_REGISTRY")).deserializer(TopicCatalogue.SIGNALS));
        try (var log = new SignalLog(required("ASKWELL_KAFKA"), signals)) {
            return new ReplaySignals(active, proposed, log).run(at, progress);
        }
    }

    private String required(String name) {
        return Optional.ofNullable(settings.get(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " is not set"));
    }
}
