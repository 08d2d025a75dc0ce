package io.askwell.reward.domain;

import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.RewardEntries;
import io.askwell.reward.domain.ledger.Totals;
import io.askwell.reward.domain.ledger.Transfer;
import io.askwell.reward.domain.ledger.TransferCode;
import io.askwell.reward.domain.rule.RewardRules;
import io.askwell.reward.domain.rule.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The whole ledger without its edges: facts, decisions, payouts and time go in, rewards and transfers are there to be looked at.
 */
public final class LedgerInMemory {

    private final RewardRules rules = new RewardRules(Programs.DEFAULT);
    private final Map<Party, Segment> segments = new HashMap<>();
    private final Map<String, Referral> referrals = new LinkedHashMap<>();
    private final Map<UUID, Reward> rewards = new LinkedHashMap<>();
    private final Map<String, Set<UUID>> ofReferral = new HashMap<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final Map<Account, Map<String, Totals>> totals = new HashMap<>();
    private final Consumer<List<Step>> witness;
    private int batches;

    public LedgerInMemory() {
        this(_ -> {});
    }

    /** @param witness is told all that is booked */
    public LedgerInMemory(Consumer<List<Step>> witness) {
        this.witness = witness;
    }

    public void isKnownAs(Party customer, Segment segment) {
        segments.put(customer, segment);
    }

    public List<Step> hear(Referral referral, Instant now) {
        referrals.put(referral.referralId(), referral);
        return judge(referral, now);
    }

    /** Empty when the reward does not wait for anybody, or not for this person. */
    public Optional<Reward> decide(UUID rewardId, Decision decision) {
        if (rewards.get(rewardId) instanceof Reward.AwaitingApproval awaiting
                && !awaiting.isApprovedBy(decision.by())) {
            Reward decided = awaiting.decided(decision);
            book(List.of(Step.between(awaiting, decided)));
            return Optional.of(decided);
        }
        return Optional.empty();
    }

    public void timePasses(Instant now) {
        for (Reward reward : List.copyOf(rewards.values())) {
            if (reward instanceof Reward.Approved approved) {
                Referral referral = Objects.requireNonNull(
                        referrals.get(approved.terms().key().referralId()));
                approved.matured(referral, debts(approved), now)
                        .ifPresent(payable -> book(List.of(Step.between(approved, payable))));
            }
        }
    }

    /** Takes everything that is owed and not argued about into a batch, without the rules of a batch. */
    public void takeIntoPayout() {
        UUID batch = UUID.nameUUIDFromBytes(("batch/" + ++batches).getBytes(StandardCharsets.UTF_8));
        for (Reward reward : List.copyOf(rewards.values())) {
            Referral referral = referrals.get(reward.terms().key().referralId());
            if (reward instanceof Reward.Payable payable
                    && payable.outstanding().amountMinor() > 0
                    && !Objects.requireNonNull(referral).blocksPayable()) {
                book(List.of(Step.between(payable, payable.takenInto(batch))));
            }
        }
    }

    /** Empty when the reward is in no payout. */
    public Optional<Reward> settle(UUID rewardId, boolean isPaid, Instant now) {
        if (rewards.get(rewardId) instanceof Reward.InPayout inPayout) {
            Reward settled = isPaid ? inPayout.paid(now) : inPayout.failed();
            book(List.of(Step.between(inPayout, settled)));
            judge(Objects.requireNonNull(referrals.get(inPayout.terms().key().referralId())), now);
            return Optional.of(settled);
        }
        return Optional.empty();
    }

    public List<Reward> ofReferral(String referralId) {
        return ofReferral.getOrDefault(referralId, Set.of()).stream()
                .map(this::reward)
                .toList();
    }

    public List<Reward> rewards() {
        return rewards.keySet().stream().map(this::reward).toList();
    }

    public Referral referral(String referralId) {
        return Objects.requireNonNull(referrals.get(referralId));
    }

    public List<Transfer> transfers() {
        return List.copyOf(transfers);
    }

    /** The transfers from the given one on, the first being 0. */
    public List<Transfer> transfersFrom(int first) {
        return List.copyOf(transfers.subList(first, transfers.size()));
    }

    public int booked() {
        return transfers.size();
    }

    public Map<Account, Map<String, Totals>> totals() {
        return totals;
    }

    public Standing standing(Referral referral) {
        Referral.Win win = referral.win();
        Party referrer = referral.attribution().credited().orElse(null);
        if (win == null) {
            return Standing.FIRST;
        }
        String currency = rules.program().currencyOf(referral);
        int wins = 0;
        long inYear = 0;
        long inQuarter = 0;
        for (Reward reward : rewards.values()) {
            RewardTerms terms = reward.terms();
            if (!reward.state().isCommitted() || terms.key().referralId().equals(referral.referralId())) {
                continue;
            }
            long minor = terms.amount().isIn(currency) ? terms.amount().amountMinor() - reward.reducedMinor() : 0;
            inQuarter += quarter(terms.wonAt()).equals(quarter(win.at())) ? minor : 0;
            if (terms.key().role() == RewardRole.REFERRER && Objects.equals(terms.beneficiary(), referrer)) {
                inYear += utc(terms.wonAt()).getYear() == utc(win.at()).getYear() ? minor : 0;
                boolean isRecent =
                        terms.wonAt().isAfter(utc(win.at()).minusYears(1).toInstant());
                wins += isRecent && !terms.wonAt().isAfter(win.at()) ? 1 : 0;
            }
        }
        Segment segment = referrer == null ? Segment.UNKNOWN : segments.getOrDefault(referrer, Segment.UNKNOWN);
        return new Standing(new CustomerProfile(segment, null), wins, inYear, inQuarter);
    }

    public List<RewardEntries.Debt> debts(Reward.Approved approved) {
        return transfers.stream()
                .filter(transfer -> transfer.code() == TransferCode.CLAWBACK
                        && transfer.debit().equals(approved.entries().sides().receivable())
                        && transfer.amount().isIn(approved.terms().amount().currency()))
                .map(clawback -> new RewardEntries.Debt(
                        clawback.transferId(), clawback.amount().amountMinor() - settled(clawback)))
                .filter(debt -> debt.minor() > 0)
                .toList();
    }

    private List<Step> judge(Referral referral, Instant now) {
        ReferralRewards known = new ReferralRewards(ofReferral(referral.referralId()));
        return book(known.assessed(rules.awards(referral, known, standing(referral)), now));
    }

    private List<Step> book(List<Step> steps) {
        for (Step step : steps) {
            UUID id = step.after().terms().rewardId();
            rewards.put(id, step.after());
            ofReferral
                    .computeIfAbsent(step.after().terms().key().referralId(), _ -> new LinkedHashSet<>())
                    .add(id);
            for (Transfer transfer : step.transfers()) {
                transfers.add(transfer);
                transfer.changes()
                        .forEach(change -> totals.computeIfAbsent(change.account(), _ -> new HashMap<>())
                                .merge(change.currency(), change.change(), Totals::plus));
            }
        }
        witness.accept(steps);
        return steps;
    }

    private long settled(Transfer clawback) {
        return taking(clawback)
                .mapToLong(settling -> settling.amount().amountMinor()
                        - taking(settling)
                                .mapToLong(reopening -> reopening.amount().amountMinor())
                                .sum())
                .sum();
    }

    private Stream<Transfer> taking(Transfer taken) {
        return transfers.stream().filter(transfer -> taken.transferId().equals(transfer.reverses()));
    }

    /** With what later rewards have settled of its clawbacks, as it is read from the database. */
    private Reward reward(UUID rewardId) {
        return switch (Objects.requireNonNull(rewards.get(rewardId))) {
            case Reward.Paid paid ->
                new Reward.Paid(paid.terms(), paid.approvals(), paid.entries(), recovered(paid.transfers()));
            case Reward.ClawedBack clawed ->
                new Reward.ClawedBack(
                        clawed.terms(),
                        clawed.approvals(),
                        clawed.reasons(),
                        clawed.entries(),
                        clawed.reducedMinor(),
                        recovered(clawed.transfers()));
            case Reward other -> other;
        };
    }

    private long recovered(List<Transfer> own) {
        return own.stream()
                .filter(transfer -> transfer.code() == TransferCode.CLAWBACK)
                .mapToLong(this::settled)
                .sum();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String quarter(Instant instant) {
        return utc(instant).getYear() + "/" + utc(instant).get(IsoFields.QUARTER_OF_YEAR);
    }
}
