package io.askwell.reward.postgres;

import io.askwell.reward.domain.Approval;
import io.askwell.reward.domain.PolicyStamp;
import io.askwell.reward.domain.Reason;
import io.askwell.reward.domain.Rejection;
import io.askwell.reward.domain.Reward;
import io.askwell.reward.domain.RewardForm;
import io.askwell.reward.domain.RewardKey;
import io.askwell.reward.domain.RewardRole;
import io.askwell.reward.domain.RewardState;
import io.askwell.reward.domain.RewardTerms;
import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.ledger.Transfer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns rows of the table {@code reward} into the states that they stand for. */
public final class RewardRows {

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};
    private static final TypeReference<List<Approval>> APPROVALS = new TypeReference<>() {};

    private final JsonMapper json;

    public RewardRows(JsonMapper json) {
        this.json = json;
    }

    /**
     * @param reducedMinor by refunds
     * @param batchId of the payout that it is in, null for every other state
     */
    record Row(
            long position,
            RewardTerms terms,
            RewardState state,
            List<Reason> reasons,
            List<Approval> approvals,
            @Nullable Rejection rejection,
            long reducedMinor,
            @Nullable UUID batchId) {

        /**
         * @param transfers of this reward, in order
         * @param recoveredMinor what later rewards have settled of its clawbacks
         */
        Reward reward(List<Transfer> transfers, long recoveredMinor) {
            return switch (state) {
                case NOT_ELIGIBLE -> new Reward.NotEligible(terms, reasons);
                case AWAITING_APPROVAL -> new Reward.AwaitingApproval(terms, approvals, reducedMinor);
                case APPROVED -> new Reward.Approved(terms, approvals, terms.entries(transfers));
                case PAYABLE -> new Reward.Payable(terms, approvals, terms.entries(transfers));
                case IN_PAYOUT ->
                    new Reward.InPayout(terms, approvals, terms.entries(transfers), Objects.requireNonNull(batchId));
                case PAID -> new Reward.Paid(terms, approvals, terms.entries(transfers), recoveredMinor);
                case REJECTED -> new Reward.Rejected(terms, Objects.requireNonNull(rejection), reducedMinor);
                case VOIDED -> new Reward.Voided(terms, approvals, reasons, transfers, reducedMinor);
                case CLAWED_BACK ->
                    new Reward.ClawedBack(
                            terms, approvals, reasons, terms.entries(transfers), reducedMinor, recoveredMinor);
            };
        }
    }

    Row read(ResultSet row) throws SQLException {
        String rejection = row.getString("rejection");
        return new Row(
                row.getLong("position"),
                terms(row),
                Columns.constant(RewardState.class, row.getString("state")),
                json.readValue(row.getString("reasons"), REASONS),
                json.readValue(row.getString("approvals"), APPROVALS),
                rejection == null ? null : json.readValue(rejection, Rejection.class),
                row.getLong("reduced_minor"),
                row.getObject("batch_id", UUID.class));
    }

    /** Why a rejected reward is one is its rejection, and not written twice. */
    String reasons(Reward reward) {
        return json.writeValueAsString(reward instanceof Reward.Rejected ? List.of() : reward.reasons());
    }

    String approvals(Reward reward) {
        return json.writeValueAsString(reward.approvals());
    }

    @Nullable
    String rejection(Reward reward) {
        return reward instanceof Reward.Rejected rejected ? json.writeValueAsString(rejected.rejection()) : null;
    }

    private static RewardTerms terms(ResultSet row) throws SQLException {
        return new RewardTerms(
                new RewardKey(
                        row.getString("rule"),
                        row.getString("referral_id"),
                        Columns.constant(RewardRole.class, row.getString("role")),
                        row.getInt("ordinal")),
                row.getString("program"),
                new PolicyStamp(row.getString("policy_version"), row.getString("policy_hash")),
                Columns.partyOrNull(row, "beneficiary_kind", "beneficiary_id"),
                Columns.constant(RewardForm.class, row.getString("form")),
                new Money(row.getLong("amount_minor"), row.getString("currency")),
                row.getInt("approvers_needed"),
                Columns.instant(row, "won_at"),
                Columns.instant(row, "hold_until"),
                Columns.instant(row, "proposed_at"),
                row.getString("correlation_id"));
    }
}
