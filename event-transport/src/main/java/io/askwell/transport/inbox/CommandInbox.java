package io.askwell.transport.inbox;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Carries out each command once, however often its caller sends it. The answer is kept in the transaction of the command's
 * effect. Two senders of one key wait for each other.
 */
public final class CommandInbox {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public CommandInbox(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * @param fingerprint what the caller asked for; the same key with another fingerprint is {@link Outcome.OtherContent}
     * @param effect carries the command out; an exception undoes everything and keeps nothing
     */
    public Outcome once(CommandKey key, byte[] fingerprint, Supplier<Answer> effect) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            if (!claim(key, fingerprint)) {
                return repeat(key, fingerprint);
            }
            Answer answer = effect.get();
            if (answer.isSuccess()) {
                keep(key, answer);
            } else {
                // A refusal may be tried again once the world has changed.
                forget(key);
            }
            return new Outcome.Answered(answer);
        }));
    }

    private Outcome repeat(CommandKey key, byte[] fingerprint) {
        Kept kept = find(key);
        return Arrays.equals(kept.fingerprint(), fingerprint)
                ? new Outcome.Answered(new Answer(kept.status(), kept.answer()))
                : new Outcome.OtherContent();
    }

    private boolean claim(CommandKey key, byte[] fingerprint) {
        return jdbc.sql("""
                        insert into inbox_command (caller, idempotency_key, fingerprint)
                        values (:caller, :key, :fingerprint)
                        on conflict do nothing
                        """)
                        .param("caller", key.caller())
                        .param("key", key.value())
                        .param("fingerprint", fingerprint)
                        .update()
                == 1;
    }

    private Kept find(CommandKey key) {
        return jdbc.sql("""
                        select fingerprint, status, answer from inbox_command
                        where caller = :caller and idempotency_key = :key
                        """)
                .param("caller", key.caller())
                .param("key", key.value())
                .query((row, _) -> new Kept(row.getBytes("fingerprint"), row.getInt("status"), row.getBytes("answer")))
                .single();
    }

    private void keep(CommandKey key, Answer answer) {
        jdbc.sql("""
                        update inbox_command set status = :status, answer = :answer
                        where caller = :caller and idempotency_key = :key
                        """)
                .param("status", answer.status())
                .param("answer", answer.body())
                .param("caller", key.caller())
                .param("key", key.value())
                .update();
    }

    private void forget(CommandKey key) {
        jdbc.sql("delete from inbox_command where caller = :caller and idempotency_key = :key")
                .param("caller", key.caller())
                .param("key", key.value())
                .update();
    }

    /** A key is the caller's own: two callers may use the same one. */
    public record CommandKey(String caller, String value) {}

    /** An HTTP status and an encoded body. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Answer(int status, byte @Nullable [] body) {

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    public sealed interface Outcome {

        /** Carried out now or before: the caller cannot tell, and need not. */
        record Answered(Answer answer) implements Outcome {}

        /** The key was used for something else. */
        record OtherContent() implements Outcome {}
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(byte[] fingerprint, int status, byte @Nullable [] answer) {}
}
