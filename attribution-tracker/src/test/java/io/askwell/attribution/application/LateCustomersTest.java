package io.askwell.attribution.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attribution.MatchingWeights;
import io.askwell.attribution.domain.CustomerSignal;
import io.askwell.attribution.domain.CustomerUpdate;
import io.askwell.attribution.domain.FactId;
import io.askwell.attribution.domain.Facts;
import io.askwell.attribution.domain.Flag;
import io.askwell.attribution.domain.Lead;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadIdentity;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.Referrer;
import io.askwell.attribution.domain.Review;
import io.askwell.attribution.domain.ReviewKind;
import io.askwell.attribution.domain.Submission;
import io.askwell.attribution.domain.note.Candidate;
import io.askwell.attribution.domain.note.NoteReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is learned of customers before or after a referral comes to the same. A seed that fails replays. */
class LateCustomersTest {

    private static final List<String> NAMES = List.of("Sam Roe", "Kim Lee", "Ana Silva");
    private static final List<String> COMPANIES = List.of("Acme", "Fox Freight");

    @Test
    void theFirstSignalOfAReferrerTakesTheFlagAway() {
        TrackerInMemory tracker = new TrackerInMemory(MatchingWeights.keysAlone()).hears(lead("1", "sam@acme.example"));
        assertThat(only(tracker).flags()).containsExactly(Flag.UNKNOWN_REFERRER);

        tracker.hears("C-100", new CustomerSignal.Seen(new FactId("crm", "1"), 0, Facts.NOON));

        assertThat(only(tracker).flags()).isEmpty();
    }

    @Test
    void aProfileThatComesLateShowsASelfReferral() {
        TrackerInMemory tracker = new TrackerInMemory(MatchingWeights.keysAlone()).hears(lead("1", "sam@acme.example"));

        tracker.hears("C-100", update("1", 0, null, "sam@acme.example", null));

        assertThat(only(tracker).flags()).containsExactly(Flag.SELF_REFERRAL);
        assertThat(only(tracker).openReviews()).extracting(Review::kind).containsExactly(ReviewKind.SELF_REFERRAL);
    }

    @Test
    void aRevisionOfTheProfileTakesItBack() {
        TrackerInMemory tracker = new TrackerInMemory(MatchingWeights.keysAlone())
                .hears(lead("1", "sam@acme.example"))
                .hears("C-100", update("1", 0, null, "sam@acme.example", null));

        tracker.hears("C-100", update("1", 1, null, "dana@fox.example", null));

        assertThat(only(tracker).flags()).isEmpty();
        assertThat(only(tracker).openReviews()).isEmpty();
    }

    @Test
    void whatSaysNothingAboutAReferralIsNotAnnounced() {
        TrackerInMemory tracker = new TrackerInMemory(MatchingWeights.keysAlone()).hears(lead("1", "sam@acme.example"));
        int before = tracker.announced.size();

        tracker.hears("C-900", update("1", 0, "Ann Poe", "ann@elsewhere.example", "Elsewhere"));

        assertThat(tracker.announced).hasSize(before);
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyOrderGivesTheSameReferrals(int seed) {
        Random random = new Random(seed);
        List<Consumer<TrackerInMemory>> news = news(random);
        Map<String, String> expected = heard(news);
        for (int order = 0; order < 8; order++) {
            Collections.shuffle(news, random);
            assertThat(heard(news)).isEqualTo(expected);
        }
    }

    /** What each lead came to, by its address; when a question was opened is left out, since it depends on the order. */
    private static Map<String, String> heard(List<Consumer<TrackerInMemory>> news) {
        TrackerInMemory tracker = new TrackerInMemory(MatchingWeights.keysAlone());
        news.forEach(one -> one.accept(tracker));
        return tracker.records.referrals().values().stream()
                .collect(Collectors.toMap(
                        referral -> String.valueOf(referral.lead().email()),
                        referral -> "%s %s %s %s"
                                .formatted(
                                        referral.attribution(),
                                        referral.claims().stream()
                                                .map(claim ->
                                                        claim.referrer() + " " + claim.evidence() + " " + claim.flags())
                                                .toList(),
                                        referral.flags(),
                                        referral.openReviews().stream()
                                                .map(Review::kind)
                                                .toList())));
    }

    private static List<Consumer<TrackerInMemory>> news(Random random) {
        List<Consumer<TrackerInMemory>> news = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(5); i++) {
            LeadFact fact = fact("" + i, random);
            news.add(tracker -> tracker.hears(fact));
        }
        for (int i = 0; i < 2 + random.nextInt(6); i++) {
            String customerId = "C-" + random.nextInt(3);
            CustomerSignal signal = update(
                    "" + random.nextInt(4),
                    i,
                    oneOf(NAMES, random),
                    "person-%d@acme.example".formatted(random.nextInt(3)),
                    oneOf(COMPANIES, random));
            news.add(tracker -> tracker.hears(customerId, signal));
        }
        return news;
    }

    private static Submission fact(String id, Random random) {
        int person = random.nextInt(3);
        String email = "person-%d@acme.example".formatted(person);
        Submission drawn = Facts.submission(
                id, new LeadIdentity(email, null), new Lead(NAMES.get(person), email, null, COMPANIES.get(0), null));
        List<Referrer> referrers = switch (random.nextInt(3)) {
            case 0 -> List.of();
            case 1 -> List.of(Referrer.customer("C-" + random.nextInt(3)));
            default -> List.of(Referrer.email("person-%d@acme.example".formatted(random.nextInt(4))));
        };
        return new Submission(
                drawn.id(),
                drawn.occurredAt(),
                drawn.identity(),
                drawn.lead(),
                referrers,
                false,
                drawn.sourcePath(),
                drawn.introductionBasis(),
                null,
                null,
                NoteReader.mentions(
                        "referred by " + (random.nextBoolean() ? oneOf(NAMES, random) : "C-" + random.nextInt(3)),
                        (address, span) -> Optional.of(new Candidate.Address(address, null, span))),
                null,
                null,
                null);
    }

    private static LeadFact lead(String id, String email) {
        return Facts.submission(id, new LeadIdentity(email, null), new Lead("Sam Roe", email, null, "Acme", null));
    }

    private static CustomerSignal update(
            String id, int revision, @Nullable String contactName, @Nullable String email, @Nullable String company) {
        return new CustomerSignal.Updated(new CustomerUpdate(
                new FactId("crm", id),
                revision,
                Facts.NOON.minus(Duration.ofDays(10 + revision)),
                contactName,
                email,
                email == null ? null : email.substring(email.indexOf('@') + 1),
                company,
                null,
                null));
    }

    private static Referral only(TrackerInMemory tracker) {
        Set<Referral> all = Set.copyOf(tracker.records.referrals().values());
        assertThat(all).hasSize(1);
        return all.iterator().next();
    }

    private static <T> T oneOf(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
