package io.askwell.reward.domain.rule;

import io.askwell.reward.domain.Award;
import io.askwell.reward.domain.CustomerProfile;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Quarter;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.ReferralRewards;
import io.askwell.reward.domain.RewardRole;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a program would promise for deals that were won, had it been the only one all along: one deal after another in the order
 * of their wins, each by what is known of it now.
 */
public final class ProgramPreview {

    private static final ReferralRewards NOTHING_YET = new ReferralRewards(List.of());

    private final RewardRules rules;
    private final Map<@Nullable Party, List<Instant>> wins = new HashMap<>();
    private final Map<String, Long> inYear = new HashMap<>();
    private final Map<String, Long> inQuarter = new HashMap<>();

    public ProgramPreview(Program program) {
        rules = new RewardRules(program);
    }

    /**
     * @param won one that was won no earlier than those judged before
     * @param referrer who is credited
     */
    public List<Award> judge(Referral won, CustomerProfile referrer) {
        Referral.Win win = Objects.requireNonNull(won.win(), "only what is won is rewarded");
        Party credited = won.attribution().credited().orElse(null);
        String currency = rules.program().currencyOf(won);
        String year = yearOf(win.at(), credited, currency);
        String quarter = quarterOf(win.at(), currency);
        Standing standing = new Standing(
                referrer,
                winsBefore(credited, win.at()),
                inYear.getOrDefault(year, 0L),
                inQuarter.getOrDefault(quarter, 0L));
        List<Award> awards = rules.awards(won, NOTHING_YET, standing);
        for (Award award : awards) {
            inQuarter.merge(quarter, award.promisedMinor(), Long::sum);
            if (award.role() == RewardRole.REFERRER && award.isEligible()) {
                inYear.merge(year, award.promisedMinor(), Long::sum);
                wins.computeIfAbsent(credited, _ -> new ArrayList<>()).add(win.at());
            }
        }
        return awards;
    }

    private int winsBefore(@Nullable Party referrer, Instant wonAt) {
        Instant yearBefore = wonAt.atOffset(ZoneOffset.UTC).minusYears(1).toInstant();
        return (int) wins.getOrDefault(referrer, List.of()).stream()
                .filter(earlier -> earlier.isAfter(yearBefore))
                .count();
    }

    private static String yearOf(Instant wonAt, @Nullable Party referrer, String currency) {
        return wonAt.atOffset(ZoneOffset.UTC).getYear() + "/" + currency + "/"
                + (referrer == null ? "" : referrer.text());
    }

    private static String quarterOf(Instant wonAt, String currency) {
        return Quarter.of(wonAt) + "/" + currency;
    }
}
