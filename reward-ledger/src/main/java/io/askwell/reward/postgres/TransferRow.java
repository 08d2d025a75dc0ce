package io.askwell.reward.postgres;

import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.ledger.Transfer;
import io.askwell.reward.domain.ledger.TransferCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

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
}
