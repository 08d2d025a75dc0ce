package io.askwell.attribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MatchingBenchApplicationTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void generatedLeadsAreMatchedByTheWeightsOfTheService() {
        JsonNode report = answered(Map.of("RECORDS", "4000"));

        assertThat(report.path("records").asInt()).isEqualTo(4000);
        assertThat(report.path("blockingRecall").asDouble()).isGreaterThan(0.99);
        assertThat(report.path("best").path("f1").asDouble()).isGreaterThan(0.96);
        assertThat(report.path("thresholds")).hasSize(10);
        assertThat(report.path("ours").path("pairsPerSecond").asDouble()).isPositive();
        assertThat(report.path("reference").path("pairsPerSecond").asDouble()).isPositive();
    }

    @Test
    void theSameSeedFindsTheSame() {
        JsonNode first = answered(Map.of("RECORDS", "1000"));
        out.reset();

        assertThat(answered(Map.of("RECORDS", "1000")).path("thresholds")).isEqualTo(first.path("thresholds"));
    }

    @Test
    void aFileTeachesItsOwnWeightsWithoutItsTruth() throws IOException {
        Path leads = directory.resolve("leads.csv");
        answered(Map.of("RECORDS", "1500", "SAVE", leads.toString()));
        out.reset();
        Path mapping = write("mapping.yaml", """
                truth: person
                fields: {name: name, email: email, phone: phone, company: company, website: domain, title: text, country: code}
                """);

        JsonNode report = answered(Map.of("DATA", leads.toString(), "FIELDS", mapping.toString()));

        assertThat(report.path("learnedInRounds").asInt()).isPositive();
        assertThat(report.path("best").path("f1").asDouble()).isGreaterThan(0.9);
        String weights = report.path("weights").asString();
        assertThat(weights).contains("organisation:").contains("given: organisation");

        out.reset();
        Path learned = write("weights.yaml", weights);
        JsonNode again =
                answered(Map.of("DATA", leads.toString(), "FIELDS", mapping.toString(), "WEIGHTS", learned.toString()));
        assertThat(again.has("learnedInRounds")).isFalse();
        assertThat(again.path("best").path("f1").asDouble())
                .isCloseTo(report.path("best").path("f1").asDouble(), within(0.01));
    }

    @Test
    void aFileIsReadAsItComes() throws IOException {
        Path data = write(
                "odd.csv",
                "\uFEFF id ; \"Given Name\" ; surname;born\r\n"
                        + people("rec-%d-org; \"%s\" ;%s;%s\r\n")
                        + people("rec-%d-dup-0;%s;%s;%s\r\n"));
        Path mapping = write("mapping.yaml", """
                truth: {column: ID, pattern: "rec-([0-9]+)-"}
                fields: {given name: given_name, surname: surname, born: date}
                """);

        JsonNode report = answered(Map.of("DATA", data.toString(), "FIELDS", mapping.toString()));

        assertThat(report.path("truePairs").asInt()).isEqualTo(40);
        assertThat(report.path("best").path("f1").asDouble()).isEqualTo(1.0);
    }

    @Test
    void whatDoesNotFitIsSaidInASentence() throws IOException {
        Path data = write("data.csv", "id,name\n1,Sam Roe\n2,Kim Lee\n");
        Path mapping = write("mapping.yaml", "truth: id\nfields: {surname: surname}\n");

        assertThat(run(Map.of("DATA", data.toString(), "FIELDS", mapping.toString())))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("there is no column surname; there are [id, name]");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    private static String people(String line) {
        StringBuilder people = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            people.append(line.formatted(
                    i,
                    "Given" + (char) ('a' + i % 26) + (char) ('z' - i % 25),
                    "Name" + (char) ('k' + i % 14) + (char) ('a' + i % 23) + (char) ('b' + i % 7),
                    1950 + i + "-0" + (1 + i % 9) + "-1" + i % 10));
        }
        return people.toString();
    }

    private JsonNode answered(Map<String, String> settings) {
        assertThat(run(settings)).as(err.toString(UTF_8)).isZero();
        return JsonMapper.shared().readTree(out.toString(UTF_8));
    }

    private int run(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>();
        settings.forEach((name, value) -> environment.put("ASKWELL_BENCH_" + name, value));
        return MatchingBenchApplication.run(
                environment, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
