package io.askwell.reward.domain;

import io.askwell.reward.domain.rule.Program;
import io.askwell.reward.domain.rule.ProgramFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** The program that ships, so that the specifications speak about the real numbers. */
public final class Programs {

    public static final Program DEFAULT = ProgramFile.read(fields(), "0".repeat(64));

    private Programs() {}

    /** Fresh and changeable, for a test that breaks one of them. */
    public static Map<String, Object> fields() {
        try (InputStream file = Programs.class.getResourceAsStream("/program-default-v1.yaml")) {
            return new Yaml().load(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
