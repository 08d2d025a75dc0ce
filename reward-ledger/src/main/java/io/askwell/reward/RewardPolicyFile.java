package io.askwell.reward;

import io.askwell.reward.domain.rule.Program;
import io.askwell.reward.domain.rule.ProgramFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a program from its YAML file. */
final class RewardPolicyFile {

    private RewardPolicyFile() {}

    /** @throws IllegalArgumentException naming all that is wrong with it */
    static Program read(byte[] file) {
        try {
            Object fields =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(file, StandardCharsets.UTF_8));
            if (fields instanceof Map<?, ?> map) {
                return ProgramFile.read(map, hash(file));
            }
            throw new IllegalArgumentException("The program file is wrong: it has no fields");
        } catch (YAMLException e) {
            throw new IllegalArgumentException("The program file is no YAML: " + e.getMessage(), e);
        }
    }

    private static String hash(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
