package io.askwell.readiness;

import io.askwell.readiness.application.StampedPolicy;
import io.askwell.readiness.domain.rule.ReadinessPolicy;
import io.askwell.readiness.domain.rule.SenselessPolicyException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The versioned policy file. One that is not whole is refused in a sentence that names the file, the line and the number. */
final class ReadinessPolicyFile {

    static final String SHIPPED = "classpath:policy/readiness-v1.yaml";

    /** Nothing is guessed: what is unknown, missing, written twice or of another type is a mistake. */
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addModule(new SimpleModule().addDeserializer(Duration.class, new WithUnit()))
            .build();

    private final String name;
    private final byte[] yaml;

    /** By dotted name, counted from 1. */
    private final Map<String, Integer> lines = new HashMap<>();

    private ReadinessPolicyFile(String name, byte[] yaml) {
        this.name = name;
        this.yaml = yaml;
    }

    /** @throws MistakeException if there is no such file, or no sensible policy in it */
    static StampedPolicy load(Resource file) {
        if (!file.exists()) {
            throw new MistakeException("The readiness policy, " + file.getDescription() + ", does not exist", null);
        }
        try {
            String name = file.isFile() ? file.getFile().getPath() : file.getDescription();
            return read(name, file.getContentAsByteArray());
        } catch (IOException e) {
            throw new MistakeException("The readiness policy cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * @param name how the file is named to whoever wrote it
     * @throws MistakeException if it is not a sensible policy
     */
    static StampedPolicy read(String name, byte[] yaml) {
        return StampedPolicy.of(new ReadinessPolicyFile(name, yaml).policy(), yaml);
    }

    private ReadinessPolicy policy() {
        try {
            noteLines();
            return YAML.readValue(yaml, ReadinessPolicy.class);
        } catch (DatabindException e) {
            throw mistake(e);
        } catch (StreamReadException e) {
            throw mistake(e);
        }
    }

    /** The reader of values notices some mistakes only at the end of the part that they are in, so it is no witness for lines. */
    private void noteLines() {
        try (JsonParser parser = YAML.createParser(yaml)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    var path = parser.streamReadContext().pathAsPointer().toString();
                    lines.put(
                            path.substring(1).replace('/', '.'),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        }
    }

    private MistakeException mistake(DatabindException e) {
        List<String> path = e.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .toList();
        if (e.getCause() instanceof SenselessPolicyException senseless) {
            String number = dotted(Stream.concat(path.stream(), Stream.of(senseless.name())));
            return mistake(lineOf(number), number + " " + senseless.demand(), e);
        }
        String number = dotted(path.stream());
        if (e instanceof UnrecognizedPropertyException unknown) {
            var known =
                    unknown.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
            return mistake(lineOf(number), number + " is unknown; known here are " + known, e);
        }
        if (path.isEmpty()) {
            return mistake(
                    e.getLocation().getLineNr(), "a policy is one document of " + parts(ReadinessPolicy.class), e);
        }
        if (!lines.containsKey(number)) {
            return mistake(lineOf(dotted(path.subList(0, path.size() - 1).stream())), number + " is missing", e);
        }
        return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? mistake(lineOf(number), number + " must be " + written(mismatch.getTargetType()), e)
                : mistake(lineOf(number), number + ": " + e.getOriginalMessage(), e);
    }

    private MistakeException mistake(StreamReadException e) {
        if (e.getCause() instanceof MarkedYamlEngineException syntax) {
            int line = syntax.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            return mistake(line, "this is not YAML: " + syntax.getProblem(), e);
        }
        return mistake(e.getLocation().getLineNr(), e.getOriginalMessage(), e);
    }

    private MistakeException mistake(int line, String sentence, Throwable cause) {
        return new MistakeException("%s, line %d: %s".formatted(name, line, sentence), cause);
    }

    private int lineOf(String number) {
        return lines.getOrDefault(number, 1);
    }

    private static String dotted(Stream<String> path) {
        return path.collect(Collectors.joining("."));
    }

    private static String written(Class<?> type) {
        if (type == int.class) {
            return "a whole number";
        }
        if (type == BigDecimal.class || type == double.class) {
            return "a number";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (type == Duration.class) {
            return "an ISO-8601 duration such as P30D or PT24H";
        }
        return type.isRecord() ? "a group of " + parts(type) : "a text";
    }

    private static String parts(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.joining(", "));
    }

    /** What is wrong, in one sentence. */
    static final class MistakeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MistakeException(String sentence, @Nullable Throwable cause) {
            super(sentence, cause);
        }
    }

    /** Makes the sentence all that a service says which does not start because of it. */
    static final class MistakeAnalyzer extends AbstractFailureAnalyzer<MistakeException> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, MistakeException mistake) {
            return new FailureAnalysis(
                    String.valueOf(mistake.getMessage()),
                    "Mend the policy, or name another one in ASKWELL_READINESS_POLICY.",
                    mistake);
        }
    }

    /** A number without a unit would quietly mean seconds. */
    private static final class WithUnit extends StdDeserializer<Duration> {

        WithUnit() {
            super(Duration.class);
        }

        @Override
        public @Nullable Duration deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return context.reportInputMismatch(Duration.class, "not a text");
            }
            try {
                return Duration.parse(parser.getString());
            } catch (DateTimeException notDuration) {
                return context.reportInputMismatch(Duration.class, "not a duration");
            }
        }
    }
}
