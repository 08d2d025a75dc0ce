package io.askwell.reward.postgres;

import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.ledger.Transfer;
import io.askwell.reward.domain.ledger.TransferCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row of the table {@code transfer}. */
final class TransferRow {

    private TransferRow() {}

    static Transfer read(ResultSet row) throws SQLException {
        return new Transfer(
                Columns.uuid(row, "transfer_id"),
                new Account(row.getString("debit")),
                new Account(row.getString("credit")),
                new Money(row.getLong("amount_minor"), row.getString("currency")),
                TransferCode.valueOf(row.getString("code")),
                row.getObject("pending_id", UUID.class),
                row.getObject("reverses", UUID.class),
                Columns.uuid(row, "reward_id"),
                row.getString("referral_id"),
                Columns.instant(row, "at"));
    }

    /** Every column of every transfer, as arrays for {@code unnest}. */
    static JdbcClient.StatementSpec params(JdbcClient.StatementSpec statement, List<Transfer> transfers) {
        return statement
                .param("transferIds", texts(transfers, Transfer::transferId))
                .param("debits", texts(transfers, Transfer::debit))
                .param("credits", texts(transfers, Transfer::credit))
                .param(
                        "amounts",
                        transfers.stream()
                                .mapToLong(transfer -> transfer.amount().amountMinor())
                                .toArray())
                .param(
                        "currencies",
                        texts(transfers, transfer -> transfer.amount().currency()))
                .param("codes", texts(transfers, Transfer::code))
                .param("pendingIds", texts(transfers, Transfer::pendingId))
                .param("reversed", texts(transfers, Transfer::reverses))
                .param("rewardIds", texts(transfers, Transfer::rewardId))
                .param("referralIds", texts(transfers, Transfer::referralId))
                .param("times", texts(transfers, Transfer::at));
    }

    private static @Nullable String[] texts(
            List<Transfer> transfers, Function<Transfer, ? extends @Nullable Object> column) {
        @Nullable String[] texts = new String[transfers.size()];
        for (int index = 0; index < texts.length; index++) {
            Object value = column.apply(transfers.get(index));
            texts[index] = value == null ? null : value.toString();
        }
        return texts;
    }
}
