package io.askwell.system;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The architecture law: one file, the same for every service. */
class ArchitectureLawTest {

    private static final List<String> EDGES = List.of("kafka", "http", "postgres", "email", "webhook", "calendar");
    private static final Map<String, String> CONTEXTS = Map.of(
            "signal-ingest", "signal",
            "readiness-scorer", "readiness",
            "ask-drafter", "ask",
            "attribution-tracker", "attribution",
            "reward-ledger", "reward");

    private static final JavaClasses MAIN = classesOf("classes");
    private static final JavaClasses TESTS = classesOf("test-classes");

    static Stream<String> contexts() {
        return Repository.SERVICES.stream().map(CONTEXTS::get).map(context -> "io.askwell." + context);
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void everyServiceHasTheSameInside(String context) {
        assertThat(MAIN.stream()
                        .filter(type -> type.getPackageName().equals(context) && type.isTopLevelClass())
                        .map(type -> type.getSimpleName())
                        .filter(name -> !name.equals("package-info")))
                .allMatch(name -> name.matches(".*(Application|Configuration|Metrics|File)"))
                .anyMatch(name -> name.endsWith("Application"))
                .anyMatch(name -> name.endsWith("Configuration"))
                .anyMatch(name -> name.endsWith("Metrics"));
        List<String> allowed = Stream.concat(Stream.of("domain", "application"), EDGES.stream())
                .toList();
        assertThat(MAIN.stream()
                        .map(type -> type.getPackageName())
                        .filter(name -> name.startsWith(context + "."))
                        .map(name -> name.substring(context.length() + 1).split("\\.", 2)[0])
                        .distinct())
                .isSubsetOf(allowed)
                .contains("domain", "application");
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void theDomainKnowsOnlyJavaAndItself(String context) {
        check(classes()
                .that()
                .resideInAPackage(context + ".domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", context + ".domain.."));
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void theApplicationKnowsOnlyTheDomainAndTransactions(String context) {
        check(classes()
                .that()
                .resideInAPackage(context + ".application..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.springframework.transaction.support..",
                        context + ".domain..",
                        context + ".application.."));
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void edgesNeverSeeOneAnother(String context) {
        for (String edge : EDGES) {
            String[] others = EDGES.stream()
                    .filter(other -> !other.equals(edge))
                    .map(other -> context + "." + other + "..")
                    .toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage(context + "." + edge + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .allowEmptyShould(true));
        }
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void onlyTheConfigurationNamesEdges(String context) {
        String[] edges = EDGES.stream().map(edge -> context + "." + edge + "..").toArray(String[]::new);
        check(noClasses()
                .that()
                .resideInAPackage(context + "..")
                .and(not(resideInAnyPackage(edges)))
                .and(not(simpleNameEndingWith("Configuration")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(edges));
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void servicesNeverSeeOneAnother(String context) {
        String[] others = contexts()
                .filter(other -> !other.equals(context))
                .map(other -> other + "..")
                .toArray(String[]::new);
        // io.askwell.readiness.v1 is Avro of the contract, not the scorer.
        check(noClasses()
                .that()
                .resideInAPackage(context + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(others).and(not(resideInAPackage("..v1..")))));
    }

    @Test
    void theContractKnowsNoFrameworkAndNoService() {
        check(noClasses()
                .that()
                .resideInAPackage("io.askwell.schemas..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "io.askwell.transport..", "io.askwell.local.."));
    }

    @Test
    void transportKnowsNoDomainAndNoSchema() {
        check(classes()
                .that()
                .resideInAPackage("io.askwell.transport..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAPackage("io.askwell.transport..").or(not(resideInAPackage("io.askwell..")))));
    }

    @Test
    void timeIsAnArgumentInDomainAndApplication() {
        check(noClasses()
                .that()
                .resideInAnyPackage("..domain..", "..application..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis"));
    }

    @Test
    void dependenciesComeThroughConstructors() {
        check(fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.askwell..")
                .should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired"));
        check(noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.askwell..")
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired"));
    }

    @Test
    void namesSaySomething() {
        check(noClasses()
                .that()
                .resideInAPackage("io.askwell..")
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Dto|Base)"));
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        List<Path> missing = Repository.javaSources().stream()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .map(Path::getParent)
                .distinct()
                .filter(directory -> !Files.exists(directory.resolve("package-info.java")))
                .toList();
        assertThat(missing).isEmpty();
        assertThat(MAIN.stream()
                        .filter(type -> type.getSimpleName().equals("package-info"))
                        .filter(type -> type.getPackageName().startsWith("io.askwell"))
                        .filter(type -> !type.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .map(type -> type.getPackageName()))
                .isEmpty();
    }

    @Test
    void testsNeverSleepAndAreNeverSwitchedOff() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .check(TESTS);
        noMethods().should().beAnnotatedWith("org.junit.jupiter.api.Disabled").check(TESTS);
    }

    private static void check(ArchRule rule) {
        rule.check(MAIN);
    }

    private static JavaClasses classesOf(String kind) {
        List<Path> paths = Repository.MODULES.stream()
                .map(module ->
                        Repository.root().resolve(module).resolve("target").resolve(kind))
                .filter(Files::isDirectory)
                .toList();
        // Generated Avro classes are not ours to judge; io.askwell.readiness.v1 would also look like a service's
        // package.
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("/v1/"))
                .importPaths(paths);
    }
}
