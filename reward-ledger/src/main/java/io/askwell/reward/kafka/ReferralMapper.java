package io.askwell.reward.kafka;

import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.attributions.v1.Claim;
import io.askwell.attributions.v1.OpenReview;
import io.askwell.attributions.v1.ReferralPersonalData;
import io.askwell.event.v1.IntroductionBasis;
import io.askwell.event.v1.LeadStage;
import io.askwell.reward.domain.Attribution;
import io.askwell.reward.domain.Confidence;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.ledger.Money;
import io.askwell.schemas.leads.ContactIdentity;
import io.askwell.transport.kafka.PoisonRecordException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the event to the facts. What this reader does not know or cannot use is a dead letter, never a guess about money. */
final class ReferralMapper {

    private ReferralMapper() {}

    static Referral referral(AttributionEvent event) {
        return new Referral(
                event.getReferralId(),
                event.getMergedInto() == null
                        ? attribution(event.getAttribution())
                        : new Attribution.Merged(event.getMergedInto()),
                win(event),
                event.getOpenReviews().stream().map(OpenReview::getReviewId).toList(),
                flags(event),
                isKnown(event.getIntroductionBasis()),
                credited(event).map(Claim::getReferrerDomains).map(Set::copyOf).orElse(Set.of()),
                leadDomain(event.getPersonal()).orElse(null),
                event.getMeta().getCorrelationId());
    }

    /** A ruling may credit another than the one who refers himself or is blocked: then nothing of that is held against him. */
    private static Set<String> flags(AttributionEvent event) {
        return Set.copyOf(credited(event).map(Claim::getFlags).orElse(event.getFlags()));
    }

    private static Optional<Claim> credited(AttributionEvent event) {
        return event.getClaims().stream()
                .filter(claim ->
                        claim.getReferrer().equals(event.getAttribution().getReferrer()))
                .findFirst();
    }

    private static Optional<String> leadDomain(@Nullable ReferralPersonalData personal) {
        return Optional.ofNullable(personal)
                .map(ReferralPersonalData::getEmail)
                .flatMap(ContactIdentity::registrableDomainOfEmail);
    }

    private static Referral.@Nullable Win win(AttributionEvent event) {
        if (event.getWonAt() == null) {
            if (event.getStage() == LeadStage.deal_won) {
                throw unusable("A won deal has the time of its win");
            }
            return null;
        }
        return new Referral.Win(event.getWonAt(), money(event.getValue()), money(event.getRefunded()));
    }

    private static Attribution attribution(io.askwell.attributions.v1.Attribution attribution) {
        return switch (attribution.getState()) {
            case unclaimed -> new Attribution.Unclaimed();
            case attributed -> new Attribution.Attributed(referrer(attribution), confidence(attribution));
            case disputed -> new Attribution.Disputed();
            case settled -> new Attribution.Settled(attribution.getReferrer() == null ? null : referrer(attribution));
            case UNRECOGNIZED -> throw unrecognized("attribution state");
        };
    }

    private static Party referrer(io.askwell.attributions.v1.Attribution attribution) {
        io.askwell.event.v1.Party referrer = attribution.getReferrer();
        if (referrer == null) {
            throw unusable("An attributed referral names its referrer");
        }
        Party.Kind kind = switch (referrer.getKind()) {
            case customer -> Party.Kind.CUSTOMER;
            case partner -> Party.Kind.PARTNER;
            case email -> Party.Kind.EMAIL;
            case link -> Party.Kind.LINK;
            case lead -> Party.Kind.LEAD;
            case UNRECOGNIZED -> throw unrecognized("kind of referrer");
        };
        return new Party(kind, referrer.getId());
    }

    private static Confidence confidence(io.askwell.attributions.v1.Attribution attribution) {
        return switch (attribution.getConfidence()) {
            case confirmed -> Confidence.CONFIRMED;
            case high -> Confidence.HIGH;
            case medium -> Confidence.MEDIUM;
            case low -> Confidence.LOW;
            case disputed -> throw unusable("An attributed referral is not disputed");
            case UNRECOGNIZED -> throw unrecognized("confidence");
            case null -> throw unusable("An attributed referral has a confidence");
        };
    }

    private static boolean isKnown(IntroductionBasis basis) {
        return switch (basis) {
            case self_submitted, advocate_introduced, consent_recorded -> true;
            case unknown -> false;
            case UNRECOGNIZED -> throw unrecognized("introduction basis");
        };
    }

    private static @Nullable Money money(io.askwell.event.v1.@Nullable Money money) {
        if (money == null) {
            return null;
        }
        try {
            return new Money(money.getAmountMinor(), money.getCurrency());
        } catch (IllegalArgumentException e) {
            throw new PoisonRecordException("unusable", "An amount is not one", e);
        }
    }

    private static PoisonRecordException unrecognized(String what) {
        return new PoisonRecordException("unrecognized", "The " + what + " is newer than this reader");
    }

    private static PoisonRecordException unusable(String detail) {
        return new PoisonRecordException("unusable", detail);
    }
}
