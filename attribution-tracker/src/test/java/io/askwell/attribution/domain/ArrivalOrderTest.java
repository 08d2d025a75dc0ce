package io.askwell.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A referral depends on the set of its facts and never on the order in which they arrive. A seed that fails replays. */
class ArrivalOrderTest {

    private static final List<Referrer> REFERRERS = List.of(
            Facts.ADA,
            Facts.BOB,
            Referrer.partner("P-1"),
            Referrer.email("ada@acme.example"),
            Referrer.email("bob@acme.example"),
            Referrer.link("L-1"),
            Referrer.link("L-2"));

    /** Of some of those who are drawn. */
    private static final Circumstances CIRCUMSTANCES = new Circumstances(
            List.of(
                    entry(1, ListEntry.Side.BLOCK, new Subject(Subject.Kind.PARTNER_ID, "P-1")),
                    entry(2, ListEntry.Side.ALLOW, Subject.email("bob@acme.example")),
                    entry(3, ListEntry.Side.BLOCK, Subject.domain("spam.example"))),
            Set.of(new FactId("website-form", "s0"), new FactId("website-form", "s2")),
            List.of());

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyOrderGivesTheSameReferral(int seed) {
        Random random = new Random(seed);
        List<LeadFact> facts = facts(random);
        List<LinkFact> linkFacts = linkFacts(random);
        Referral expected = Facts.assessed(arrived(facts, linkFacts));
        for (int order = 0; order < 20; order++) {
            Collections.shuffle(facts, random);
            Collections.shuffle(linkFacts, random);
            assertThat(Facts.assessed(arrived(facts, linkFacts))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void announcedStepsLeadToTheSameStages(int seed) {
        Random random = new Random(seed);
        List<LeadFact> facts = facts(random);
        Set<Stage> reached = Facts.assessed(arrived(facts)).progress().reached().keySet();
        Collections.shuffle(facts, random);

        List<StepType> announced = announced(facts);

        assertThat(announced).containsOnlyOnce(StepType.REFERRAL_SUBMITTED);
        if (reached.contains(Stage.DEAL_WON)) {
            assertThat(announced).containsOnlyOnce(StepType.REFERRAL_CONVERTED);
        } else {
            assertThat(announced).doesNotContain(StepType.REFERRAL_CONVERTED);
        }
    }

    private static List<StepType> announced(List<LeadFact> facts) {
        List<StepType> announced = new ArrayList<>();
        LeadHistory history = arrived(List.of());
        Assessor assessor = new Assessor(Facts.POLICY);
        for (LeadFact fact : facts) {
            Referral before = assessor.assess(history, Facts.NOON).orElse(null);
            history = history.with(fact);
            assessor.assess(history, Facts.NOON)
                    .map(after -> new ReferralChange(before, after, fact.occurredAt()))
                    .ifPresent(change -> change.steps().forEach(step -> announced.add(step.type())));
        }
        return announced;
    }

    private static LeadHistory arrived(List<LeadFact> facts) {
        return new LeadHistory(new UUID(0, 7), facts, List.of(), List.of(), Set.of()).under(CIRCUMSTANCES);
    }

    private static LeadHistory arrived(List<LeadFact> facts, List<LinkFact> linkFacts) {
        LeadHistory history = arrived(facts);
        for (LinkFact fact : linkFacts) {
            history = history.knowing(new Links(Set.of(fact)));
        }
        return history;
    }

    /** Of one link there may be two owners, of one click two moments. */
    private static List<LinkFact> linkFacts(Random random) {
        List<LinkFact> facts = new ArrayList<>();
        for (int i = 0; i < random.nextInt(8); i++) {
            String linkCode = "L-" + (1 + random.nextInt(2));
            Instant at = Facts.NOON.plus(Duration.ofDays(random.nextInt(4) * 30L - 60));
            FactId id = new FactId("links", "l" + i);
            facts.add(
                    random.nextBoolean()
                            ? new LinkMade(id, at, linkCode, oneOf(REFERRERS.subList(0, 3), random))
                            : new LinkClick(id, at, linkCode, "k-" + random.nextInt(2)));
        }
        return facts;
    }

    /** Times are drawn from few moments, so that ties are common. */
    private static List<LeadFact> facts(Random random) {
        List<LeadFact> facts = new ArrayList<>();
        facts.add(submission("s0", random));
        for (int i = 1; i <= random.nextInt(5); i++) {
            facts.add(submission("s" + i, random));
        }
        for (int i = 0; i < random.nextInt(9); i++) {
            facts.add(report("u" + i, random));
        }
        return facts;
    }

    private static Submission submission(String id, Random random) {
        List<Referrer> named = new ArrayList<>(REFERRERS);
        Collections.shuffle(named, random);
        Channel channel = oneOf(List.of(Channel.values()), random);
        Submission drawn = Facts.submission(
                id, channel, named.subList(0, random.nextInt(3)).toArray(Referrer[]::new));
        return new Submission(
                drawn.id(),
                Facts.NOON.plus(Duration.ofDays(random.nextInt(4) * 30L)),
                drawn.identity(),
                drawn.lead(),
                drawn.referrers(),
                random.nextInt(8) == 0,
                new SourcePath(channel, null, random.nextBoolean() ? "k-" + random.nextInt(2) : null, null),
                oneOf(List.of(IntroductionBasis.values()), random),
                random.nextBoolean() ? "ask-" + random.nextInt(3) : null,
                null,
                List.of(),
                random.nextBoolean() ? "acme.example" : null,
                oneOf(List.of("acme.example", "spam.example", "gmail.com"), random),
                null);
    }

    private static ListEntry entry(int id, ListEntry.Side list, Subject subject) {
        return new ListEntry(new UUID(0, id), list, subject, "so we agreed", "ops", Facts.NOON);
    }

    private static StageReport report(String id, Random random) {
        Stage stage = oneOf(List.of(Stage.values()), random);
        Money value = random.nextBoolean()
                ? new Money(random.nextInt(9) * 100L, random.nextInt(5) == 0 ? "EUR" : "USD")
                : null;
        return new StageReport(
                new FactId("crm", id),
                Facts.NOON.plus(Duration.ofDays(random.nextInt(4))),
                Facts.SAM,
                stage,
                value,
                random.nextBoolean() ? "rep-" + random.nextInt(3) : null,
                random.nextBoolean() ? "referral" : null);
    }

    private static <T> T oneOf(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
