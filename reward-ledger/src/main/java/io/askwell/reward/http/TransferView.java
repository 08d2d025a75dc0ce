package io.askwell.reward.http;

import io.askwell.reward.domain.ledger.Transfer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record TransferView(
        UUID transferId,
        String debit,
        String credit,
        MoneyView amount,
        String code,
        @Nullable UUID pendingId,
        @Nullable UUID reverses,
        UUID rewardId,
        String referralId,
        Instant at) {

    static TransferView of(Transfer transfer) {
        return new TransferView(
                transfer.transferId(),
                transfer.debit().name(),
                transfer.credit().name(),
                MoneyView.of(transfer.amount()),
                transfer.code().name(),
                transfer.pendingId(),
                transfer.reverses(),
                transfer.rewardId(),
                transfer.referralId(),
                transfer.at());
    }
}
