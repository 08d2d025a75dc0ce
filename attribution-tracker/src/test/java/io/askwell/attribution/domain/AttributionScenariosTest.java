package io.askwell.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every file under {@code scenarios/<rule>/} is a rule in a sentence, with the facts and what follows from them. */
class AttributionScenariosTest {

    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");

    @TestFactory
    Stream<DynamicTest> holds() throws IOException {
        try (Stream<Path> files = Files.walk(SCENARIOS)) {
            List<Path> scenarios = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertThat(scenarios).isNotEmpty();
            return scenarios.stream().map(AttributionScenariosTest::test);
        }
    }

    private static DynamicTest test(Path file) {
        String name = SCENARIOS.relativize(file).toString().replace(".yaml", "").replace('-', ' ');
        return DynamicTest.dynamicTest(
                name, file.toUri(), () -> Scenario.read(file).verify());
    }
}
