package io.askwell.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.local.server.Installation;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that were handed out are followed as long as the data directory lives. */
class LinkSettingsTest {

    @TempDir
    private Path scratch;

    @Test
    void theSecretOfLinksIsThatOfTheDataDirectory() {
        String secret = settings("one").get("ASKWELL_LINK_SECRET");

        assertThat(secret)
                .hasSizeGreaterThanOrEqualTo(32)
                .isEqualTo(settings("one").get("ASKWELL_LINK_SECRET"));
        assertThat(settings("another")).doesNotContainEntry("ASKWELL_LINK_SECRET", secret);
    }

    @Test
    void linksBeginWhereTheServiceAnswers() {
        assertThat(settings("one"))
                .containsEntry("ASKWELL_LINK_BASE", "http://127.0.0.1:8181")
                .containsEntry("ASKWELL_LINK_TARGETS", "signup=https://askwell.example/signup");
    }

    private Map<String, String> settings(String directory) {
        var product =
                new Product(Installation.ofThisBuild(), new DataDirectory(scratch.resolve(directory)), new Ports(100));
        return product.services().getFirst().settings();
    }
}
