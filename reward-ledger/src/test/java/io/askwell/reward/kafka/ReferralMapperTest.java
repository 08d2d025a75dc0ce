package io.askwell.reward.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.askwell.attributions.v1.Attribution;
import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.attributions.v1.AttributionState;
import io.askwell.attributions.v1.Claim;
import io.askwell.attributions.v1.Confidence;
import io.askwell.attributions.v1.OpenReview;
import io.askwell.attributions.v1.ReferralPersonalData;
import io.askwell.event.v1.IntroductionBasis;
import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.Money;
import io.askwell.event.v1.PartyKind;
import io.askwell.reward.AttributionEvents;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Referral;
import io.askwell.transport.kafka.PoisonRecordException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferralMapperTest {

    private final AttributionEvent event = AttributionEvents.won("R-1", Duration.ofDays(1));

    @Test
    void takesOverWhatTheTrackerSays() {
        event.setRefunded(new Money(1_000L, "USD"));
        event.setOpenReviews(List.of(new OpenReview("review-1", "conflict")));
        event.setFlags(List.of("self_referral"));

        Referral referral = ReferralMapper.referral(event);

        assertThat(referral)
                .isEqualTo(new Referral(
                        "R-1",
                        new io.askwell.reward.domain.Attribution.Attributed(
                                new Party(Party.Kind.CUSTOMER, "C-R-1"), io.askwell.reward.domain.Confidence.HIGH),
                        new Referral.Win(
                                event.getWonAt(),
                                new io.askwell.reward.domain.ledger.Money(2_500_000, "USD"),
                                new io.askwell.reward.domain.ledger.Money(1_000, "USD")),
                        List.of("review-1"),
                        Set.of("self_referral"),
                        true,
                        Set.of(),
                        null,
                        "ask-7"));
    }

    @Test
    void onlyWhatTheCreditedClaimIsFlaggedWithIsHeldAgainstIt() {
        event.setFlags(List.of("self_referral", "blocked"));
        event.setClaims(List.of(claim("C-1", List.of("self_referral")), claim("C-R-1", List.of("blocked"))));

        assertThat(ReferralMapper.referral(event).flags()).containsExactly("blocked");
    }

    @Test
    void whileNobodyIsCreditedTheWholeReferralIsFlagged() {
        event.setFlags(List.of("self_referral"));
        event.setClaims(List.of(claim("C-1", List.of("self_referral")), claim("C-2", List.of())));
        event.getAttribution().setState(AttributionState.disputed);
        event.getAttribution().setReferrer(null);

        assertThat(ReferralMapper.referral(event).flags()).containsExactly("self_referral");
    }

    @Test
    void aTrackerThatDoesNotSayOfWhichClaimAFlagIsMeansTheReferral() {
        event.setFlags(List.of("self_referral"));
        event.setClaims(List.of(claim("C-R-1", null)));

        assertThat(ReferralMapper.referral(event).flags()).containsExactly("self_referral");
    }

    @Test
    void knowsTheDomainsOfTheCreditedReferrerAndOfTheLead() {
        event.setClaims(List.of(claim("C-R-1", List.of())));
        event.getClaims().getFirst().setReferrerDomains(List.of("fox.example"));
        event.setPersonal(ReferralPersonalData.newBuilder()
                .setEmail("sam@sales.acme.co.uk")
                .build());

        Referral referral = ReferralMapper.referral(event);

        assertThat(referral.referrerDomains()).containsExactly("fox.example");
        assertThat(referral.leadDomain()).isEqualTo("acme.co.uk");
    }

    private static Claim claim(String customerId, @Nullable List<String> flags) {
        return Claim.newBuilder()
                .setClaimId("claim-of-" + customerId)
                .setReferrer(new io.askwell.event.v1.Party(PartyKind.customer, customerId))
                .setStrength("0.7")
                .setEvidence(List.of())
                .setFlags(flags)
                .build();
    }

    @Test
    void aDealThatIsNotWonHasNoWin() {
        event.setStage(LeadStage.deal_created);
        event.setWonAt(null);

        assertThat(ReferralMapper.referral(event).win()).isNull();
    }

    @Test
    void aRulingMayCreditNobody() {
        event.getAttribution().setState(AttributionState.settled);
        event.getAttribution().setReferrer(null);

        assertThat(ReferralMapper.referral(event).attribution())
                .isEqualTo(new io.askwell.reward.domain.Attribution.Settled(null));
    }

    @Test
    void aReferralThatWasMergedCreditsNobodyWhateverItsLastAttribution() {
        event.setMergedInto("R-0");

        assertThat(ReferralMapper.referral(event).attribution())
                .isEqualTo(new io.askwell.reward.domain.Attribution.Merged("R-0"));
    }

    @Test
    void anUnknownIntroductionBasisIsNotKnown() {
        event.setIntroductionBasis(IntroductionBasis.unknown);

        assertThat(ReferralMapper.referral(event).basisKnown()).isFalse();
    }

    static Stream<Consumer<AttributionEvent>> unusable() {
        return Stream.of(
                event -> event.setWonAt(null),
                event -> event.setIntroductionBasis(IntroductionBasis.UNRECOGNIZED),
                event -> event.setValue(new Money(1L, "dollars")),
                event -> event.setValue(new Money(-1L, "USD")),
                attribution(attribution -> attribution.setState(AttributionState.UNRECOGNIZED)),
                attribution(attribution -> attribution.setReferrer(null)),
                attribution(attribution -> attribution.getReferrer().setKind(PartyKind.UNRECOGNIZED)),
                attribution(attribution -> attribution.setConfidence(null)),
                attribution(attribution -> attribution.setConfidence(Confidence.disputed)),
                attribution(attribution -> attribution.setConfidence(Confidence.UNRECOGNIZED)));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void whatCannotBeUsedIsADeadLetterAndNeverAGuess(Consumer<AttributionEvent> breaking) {
        breaking.accept(event);

        assertThatExceptionOfType(PoisonRecordException.class).isThrownBy(() -> ReferralMapper.referral(event));
    }

    private static Consumer<AttributionEvent> attribution(Consumer<Attribution> breaking) {
        return event -> breaking.accept(event.getAttribution());
    }
}
