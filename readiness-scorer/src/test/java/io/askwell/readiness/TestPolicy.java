package io.askwell.readiness;

import io.askwell.readiness.application.StampedPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** The policy that ships. */
public final class TestPolicy {

    private TestPolicy() {}

    public static StampedPolicy shipped() {
        try {
            return ReadinessScorerConfiguration.readinessPolicy(new ClassPathResource("policy/readiness-v1.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
