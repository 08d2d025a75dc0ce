package io.askwell.transport.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.askwell.transport.TestService;
import io.askwell.transport.inbox.CommandInbox.Answer;
import io.askwell.transport.inbox.CommandInbox.CommandKey;
import io.askwell.transport.inbox.CommandInbox.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CommandInboxIT {

    private static final CommandKey KEY = new CommandKey("rep-7", "key-1");
    private static final byte[] APPROVE = "approve".getBytes(UTF_8);
    private static final byte[] DECLINE = "decline".getBytes(UTF_8);

    private final TestService service = TestService.withFreshDatabase();
    private final CommandInbox commands = new CommandInbox(service.jdbc(), service.transactions());

    @Test
    void theSameKeyAndContentIsCarriedOutOnceAndAnsweredAlike() {
        assertThat(bodyOf(commands.once(KEY, APPROVE, () -> carryOut("first")))).isEqualTo("first");
        assertThat(bodyOf(commands.once(KEY, APPROVE, () -> carryOut("second"))))
                .isEqualTo("first");
        assertThat(service.effects()).containsExactly("first");
    }

    @Test
    void theSameKeyWithOtherContentIsAConflict() {
        commands.once(KEY, APPROVE, () -> carryOut("first"));

        assertThat(commands.once(KEY, DECLINE, () -> carryOut("second"))).isEqualTo(new Outcome.OtherContent());
        assertThat(service.effects()).containsExactly("first");
    }

    @Test
    void twoCallersMayUseTheSameKey() {
        commands.once(KEY, APPROVE, () -> carryOut("first"));
        commands.once(new CommandKey("pat", KEY.value()), APPROVE, () -> carryOut("second"));

        assertThat(service.effects()).containsExactly("first", "second");
    }

    @Test
    void aRefusalIsAnsweredButNotKept() {
        Outcome refused = commands.once(KEY, APPROVE, () -> new Answer(409, "no".getBytes(UTF_8)));
        Outcome retried = commands.once(KEY, DECLINE, () -> carryOut("later"));

        assertThat(bodyOf(refused)).isEqualTo("no");
        assertThat(bodyOf(retried)).isEqualTo("later");
    }

    @Test
    void aFailureUndoesTheCommandAndKeepsNothing() {
        assertThatThrownBy(() -> commands.once(KEY, APPROVE, () -> {
                    service.takeEffect("half");
                    throw new IllegalStateException("broken in the middle");
                }))
                .hasMessage("broken in the middle");

        assertThat(bodyOf(commands.once(KEY, APPROVE, () -> carryOut("whole")))).isEqualTo("whole");
        assertThat(service.effects()).containsExactly("whole");
    }

    @Test
    void twoSendersAtOnceShareOneExecution() throws Exception {
        assertThat(race(APPROVE, APPROVE)).isEqualTo("first/first");
        assertThat(service.effects()).containsExactly("first");
    }

    @Test
    void twoSendersAtOnceWithDifferentContentDoNotBothGetThrough() throws Exception {
        assertThat(race(APPROVE, DECLINE)).isEqualTo("first/conflict");
        assertThat(service.effects()).containsExactly("first");
    }

    /** The second sender comes while the first is still at work. */
    private String race(byte[] firstContent, byte[] secondContent) throws Exception {
        var firstIsAtWork = new CountDownLatch(1);
        var firstMayEnd = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(
                    () -> commands.once(KEY, firstContent, () -> {
                        firstIsAtWork.countDown();
                        awaitLatch(firstMayEnd);
                        return carryOut("first");
                    }),
                    threads);
            awaitLatch(firstIsAtWork);
            var second = CompletableFuture.supplyAsync(
                    () -> commands.once(KEY, secondContent, () -> carryOut("second")), threads);
            await().until(this::someoneWaits);
            firstMayEnd.countDown();
            return bodyOf(first.get()) + "/" + bodyOf(second.get());
        }
    }

    private Answer carryOut(String name) {
        service.takeEffect(name);
        return new Answer(200, name.getBytes(UTF_8));
    }

    private static String bodyOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(Answer answer) -> answer.body() == null ? "" : new String(answer.body(), UTF_8);
            case Outcome.OtherContent() -> "conflict";
        };
    }

    private boolean someoneWaits() {
        return service.jdbc()
                .sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The test has given up before");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
