package io.askwell.reward.application;

import io.askwell.reward.domain.Award;
import io.askwell.reward.domain.CustomerProfile;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.PolicyStamp;
import io.askwell.reward.domain.Reason;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.RewardForm;
import io.askwell.reward.domain.RewardRole;
import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.rule.Program;
import io.askwell.reward.domain.rule.ProgramPreview;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Judges every recorded conversion under the program in force and under a proposed one, and compares. Changes nothing. */
public final class PreviewProgram {

    private static final int PAGE = 500;
    private static final int EXAMPLES = 10;

    private final Referrals referrals;
    private final Profiles profiles;
    private final Program inForce;

    public PreviewProgram(Referrals referrals, Profiles profiles, Program inForce) {
        this.referrals = referrals;
        this.profiles = profiles;
        this.inForce = inForce;
    }

    /**
     * @param conversions deals that were won
     * @param promises by role, form and currency
     * @param notEligible rewards by reason; one with two reasons counts in both
     * @param changed sides of a deal that would get something else
     * @param examples of those, the first few
     */
    public record Preview(
            PolicyStamp inForce,
            PolicyStamp proposed,
            long conversions,
            List<Promises> promises,
            SortedMap<String, Counts> notEligible,
            long changed,
            List<Example> examples) {}

    public record Promises(RewardRole role, RewardForm form, String currency, Sum inForce, Sum proposed) {}

    /** @param minor minor units, less what was refunded */
    public record Sum(long rewards, long minor) {

        private static final Sum NOTHING = new Sum(0, 0);

        private Sum plus(Award award) {
            return new Sum(rewards + 1, minor + award.promisedMinor());
        }
    }

    public record Counts(long inForce, long proposed) {}

    public record Example(String referralId, RewardRole role, Award inForce, Award proposed) {}

    public Preview preview(Program proposed) {
        Comparison comparison = new Comparison();
        ProgramPreview before = new ProgramPreview(inForce);
        ProgramPreview after = new ProgramPreview(proposed);
        List<Referral> page = referrals.won(null, PAGE);
        while (!page.isEmpty()) {
            Map<Party, CustomerProfile> known = profiles.of(page.stream()
                    .flatMap(won -> won.attribution().credited().stream())
                    .toList());
            for (Referral won : page) {
                CustomerProfile referrer =
                        won.attribution().credited().map(known::get).orElse(CustomerProfile.UNKNOWN);
                comparison.add(before.judge(won, referrer), after.judge(won, referrer));
            }
            page = referrals.won(page.getLast(), PAGE);
        }
        return comparison.result(inForce.stamp(), proposed.stamp());
    }

    private static final class Comparison {

        private record Kind(RewardRole role, RewardForm form, String currency) {

            private static Kind of(Award award) {
                return new Kind(award.role(), award.form(), award.amount().currency());
            }
        }

        private final Map<Kind, Sum> before = new TreeMap<>(byKind());
        private final Map<Kind, Sum> after = new TreeMap<>(byKind());
        private final SortedMap<String, Counts> notEligible = new TreeMap<>();
        private final List<Example> examples = new ArrayList<>();
        private long conversions;
        private long changed;

        private void add(List<Award> inForce, List<Award> proposed) {
            conversions++;
            for (int side = 0; side < inForce.size(); side++) {
                Award now = inForce.get(side);
                Award then = proposed.get(side);
                count(before, now);
                count(after, then);
                now.objections().forEach(reason -> count(reason, new Counts(1, 0)));
                then.objections().forEach(reason -> count(reason, new Counts(0, 1)));
                if (!isSame(now, then)) {
                    changed++;
                    if (examples.size() < EXAMPLES) {
                        examples.add(new Example(now.referralId(), now.role(), now, then));
                    }
                }
            }
        }

        private static void count(Map<Kind, Sum> sums, Award award) {
            if (award.isEligible()) {
                sums.put(
                        Kind.of(award),
                        sums.getOrDefault(Kind.of(award), Sum.NOTHING).plus(award));
            }
        }

        private void count(Reason reason, Counts one) {
            notEligible.merge(
                    Word.of(reason.code()),
                    one,
                    (sum, more) -> new Counts(sum.inForce() + more.inForce(), sum.proposed() + more.proposed()));
        }

        /** A policy's version and what it says of approvers change no payment. */
        private static boolean isSame(Award now, Award then) {
            return now.isEligible() == then.isEligible()
                    && (!now.isEligible()
                            || (now.form() == then.form()
                                    && now.promisedMinor() == then.promisedMinor()
                                    && Objects.equals(now.beneficiary(), then.beneficiary())));
        }

        private Preview result(PolicyStamp inForce, PolicyStamp proposed) {
            Map<Kind, Sum> kinds = new TreeMap<>(byKind());
            kinds.putAll(before);
            kinds.putAll(after);
            List<Promises> promises = kinds.keySet().stream()
                    .map(kind -> new Promises(
                            kind.role(),
                            kind.form(),
                            kind.currency(),
                            before.getOrDefault(kind, Sum.NOTHING),
                            after.getOrDefault(kind, Sum.NOTHING)))
                    .toList();
            return new Preview(inForce, proposed, conversions, promises, notEligible, changed, List.copyOf(examples));
        }

        private static Comparator<Kind> byKind() {
            return Comparator.comparing(Kind::role).thenComparing(Kind::form).thenComparing(Kind::currency);
        }
    }
}
