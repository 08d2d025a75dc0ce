package io.askwell.readiness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.readiness.application.StampedPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;

/** The policy that ships, and others that differ from it in a word or two. */
public final class TestPolicy {

    private TestPolicy() {}

    public static StampedPolicy shipped() {
        return ReadinessPolicyFile.load(file());
    }

    public static StampedPolicy with(String shipped, String written) {
        return ReadinessPolicyFile.read("policy.yaml", text(shipped, written).getBytes(UTF_8));
    }

    public static String text(String shipped, String written) {
        try {
            String text = file().getContentAsString(UTF_8);
            if (!text.contains(shipped)) {
                throw new IllegalArgumentException("The shipped policy does not say: " + shipped);
            }
            return text.replace(shipped, written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Resource file() {
        return new DefaultResourceLoader().getResource(ReadinessPolicyFile.SHIPPED);
    }
}
