package io.askwell.reward.domain.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over a list of texts, each in UTF-8 behind its length in bytes (four bytes, the highest first): {@code
 * askwell-ledger-v1}, the hash before in hexadecimal, the position of the link, the number of its transfers, its time; then of each
 * transfer in order its id, debit, credit, amount in minor units, currency, code, hold that it resolves, transfer that it reverses,
 * reward, referral and time. Numbers are decimal, times microseconds since 1970, ids lower-case, what is absent is empty.
 */
final class LinkHash {

    private static final String FORM = "askwell-ledger-v1";

    private final MessageDigest digest;

    private LinkHash(MessageDigest digest) {
        this.digest = digest;
    }

    static String of(String previousHash, long position, Instant at, List<Transfer> transfers) {
        LinkHash hash = new LinkHash(sha256());
        hash.add(FORM);
        hash.add(previousHash);
        hash.add(position);
        hash.add(transfers.size());
        hash.add(at);
        transfers.forEach(hash::add);
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(Transfer transfer) {
        add(transfer.transferId());
        add(transfer.debit().name());
        add(transfer.credit().name());
        add(transfer.amount().amountMinor());
        add(transfer.amount().currency());
        add(transfer.code().name());
        add(transfer.pendingId());
        add(transfer.reverses());
        add(transfer.rewardId());
        add(transfer.referralId());
        add(transfer.at());
    }

    private void add(@Nullable UUID id) {
        add(id == null ? "" : id.toString());
    }

    private void add(Instant time) {
        add(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    private void add(long number) {
        add(Long.toString(number));
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
