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

    record Row(
            long position,
            RewardTerms terms,
            RewardState state,
            List<Reason> reasons,
            List<Approval> approvals,
            @Nullable Rejection rejection) {

        /** @param transfers of this reward, in order; a state that lacks one of its own cannot be made */
        Reward reward(List<Transfer> transfers) {
            return switch (state) {
                case NOT_ELIGIBLE -> new Reward.NotEligible(terms, reasons);
                case AWAITING_APPROVAL -> new Reward.AwaitingApproval(terms);
                case APPROVED -> new Reward.Approved(terms, approvals, transfers.get(0));
                case PAYABLE -> new Reward.Payable(terms, approvals, transfers.get(0), transfers.get(1));
                case REJECTED -> new Reward.Rejected(terms, Objects.requireNonNull(rejection));
                case VOIDED -> new Reward.Voided(terms, approvals, reasons, transfers);
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
                rejection == null ? null : json.readValue(rejection, Rejection.class));
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
                Columns.instant(row, "hold_until"),
                Columns.instant(row, "proposed_at"),
                row.getString("correlation_id"));
    }
}
