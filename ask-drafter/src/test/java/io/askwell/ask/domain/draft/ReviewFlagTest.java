package io.askwell.ask.domain.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.ask.domain.Given;
import io.askwell.ask.domain.customer.AskConsent;
import io.askwell.ask.domain.customer.Channel;
import io.askwell.ask.domain.customer.Profile;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.customer.TriggerKind;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewFlagTest {

    private static final Trigger PUBLIC_PRAISE =
            new Trigger(TriggerKind.PUBLIC_PRAISE, Given.PRAISE.at(), Given.PRAISE.closesAt(), Given.PRAISE.evidence());

    @Test
    void everyFlagFollowsFromItsFact() {
        var profile = profile(true, AskConsent.UNKNOWN, false);

        assertThat(ReviewFlag.of(profile, PUBLIC_PRAISE, Template.MUTUAL_BENEFIT, true, true))
                .containsExactly(ReviewFlag.values());
        assertThat(ReviewFlag.of(Given.profile(), Given.PRAISE, Template.DIRECT, false, false))
                .isEmpty();
    }

    @Test
    void praiseInPublicNeedsThePermissionToBeNamed() {
        assertThat(ReviewFlag.of(
                        profile(false, AskConsent.GRANTED, true), PUBLIC_PRAISE, Template.DIRECT, false, false))
                .isEmpty();
        assertThat(ReviewFlag.of(
                        profile(false, AskConsent.GRANTED, false), PUBLIC_PRAISE, Template.DIRECT, false, false))
                .containsExactly(ReviewFlag.PUBLIC_ADVOCACY_WITHOUT_PERMISSION);
        assertThat(ReviewFlag.of(
                        profile(false, AskConsent.GRANTED, false), Given.PRAISE, Template.DIRECT, false, false))
                .isEmpty();
    }

    @Test
    void anotherTemplateRaisesOrLowersOnlyTheMentionOfRewards() {
        List<ReviewFlag> flags = List.of(ReviewFlag.HIGH_VALUE, ReviewFlag.WINDOW_CLOSING);

        List<ReviewFlag> mentioning = ReviewFlag.withTemplate(flags, Template.MUTUAL_BENEFIT);

        assertThat(mentioning)
                .containsExactly(ReviewFlag.HIGH_VALUE, ReviewFlag.REWARD_MENTION, ReviewFlag.WINDOW_CLOSING);
        assertThat(ReviewFlag.withTemplate(mentioning, Template.SOFT)).isEqualTo(flags);
    }

    private static Profile profile(boolean marked, AskConsent consent, boolean mayBeNamed) {
        return new Profile(
                null,
                ZoneOffset.UTC,
                Channel.EMAIL,
                null,
                marked,
                marked,
                marked,
                consent,
                null,
                null,
                null,
                null,
                null,
                0,
                false,
                mayBeNamed,
                null);
    }
}
