package io.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.ask.domain.Ask.Left;
import io.askwell.ask.domain.delivery.Carrier;
import io.askwell.ask.domain.delivery.Delivery;
import io.askwell.ask.domain.delivery.Handover;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future.State;
import org.junit.jupiter.api.Test;

/** At most one letter for an ask, on a real database, whatever dies and whoever else is at it. */
class DeliveryIT {

    private final DeliverySite site = new DeliverySite();
    private final String askId = site.releasedAsk();

    @Test
    void whatTheCarrierTookIsDeliveredOnce() {
        site.sender().deliverAll();
        site.sender().deliverAll();

        assertThat(site.posted()).containsExactly(askId);
        assertThat(site.delivery(askId)).isInstanceOf(Delivery.Delivered.class);
    }

    @Test
    void thatASenderIsAtItIsCommittedBeforeTheNetworkIsTouched() {
        site.answerWith(_ -> {
            assertThat(site.statusSeenFromOutside(askId)).isEqualTo("sending");
            return new Handover.Taken("ref");
        });

        site.sender().deliverAll();

        assertThat(site.posted()).containsExactly(askId);
        assertThat(site.statusSeenFromOutside(askId)).isEqualTo("over");
    }

    @Test
    void aSenderThatDiesInTheMiddleLeavesTheOutcomeUnknownOnceItsLeaseIsOverAndNothingIsSentAgain() {
        site.answerWith(_ -> {
            throw new AssertionError("the process dies here");
        });
        assertThatThrownBy(() -> site.sender().deliverAll()).hasRootCauseInstanceOf(AssertionError.class);
        site.answerWith(_ -> new Handover.Taken("a second letter"));

        site.clock().pass(DeliverySite.TIME_LIMIT);
        site.sender().deliverAll();
        assertThat(site.delivery(askId)).isEqualTo(new Delivery.Awaited(Carrier.EMAIL));

        site.clock().pass(Duration.ofSeconds(30));
        site.sender().deliverAll();
        assertThat(site.delivery(askId))
                .isInstanceOfSatisfying(
                        Delivery.Unknown.class,
                        unknown -> assertThat(unknown.reason()).isEqualTo("sender_lost"));
        site.sender().deliverAll();
        assertThat(site.posted()).containsExactly(askId);
    }

    @Test
    void aSenderThatWasHeldUpSinceItsClaimDoesNotBegin() {
        site.sender(() -> site.clock().pass(Duration.ofSeconds(31))).deliverAll();

        assertThat(site.posted()).isEmpty();
        assertThat(site.statusSeenFromOutside(askId)).isEqualTo("waiting");
    }

    @Test
    void whenNothingLeftItIsTriedAgainAfterAPauseAndDeliveredOnce() {
        site.answerWith(_ -> new Handover.NothingLeft("no_connection"));
        site.sender().deliverAll();
        site.answerWith(_ -> new Handover.Taken("ref"));

        site.sender().deliverAll();
        assertThat(site.posted()).hasSize(1);
        site.clock().pass(Duration.ofSeconds(5));
        site.sender().deliverAll();

        assertThat(site.posted()).containsExactly(askId, askId);
        assertThat(site.delivery(askId)).isInstanceOf(Delivery.Delivered.class);
    }

    @Test
    void aCarrierThatStaysOutOfReachLeavesItToTheOwner() {
        site.answerWith(_ -> new Handover.NothingLeft("no_connection"));
        site.sender().deliverAll();

        site.clock().pass(DeliverySite.PATIENCE);
        site.sender().deliverAll();

        assertThat(site.posted()).hasSize(1);
        assertThat(site.delivery(askId))
                .isInstanceOfSatisfying(
                        Delivery.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("carrier_out_of_reach"));
    }

    @Test
    void manySendersAtOnceSendOneLetterEach() throws InterruptedException {
        List<String> more = List.of(site.releasedAsk(), site.releasedAsk(), site.releasedAsk());
        Callable<Void> process = () -> {
            for (int round = 0; round < 5; round++) {
                site.sender().deliverAll();
            }
            return null;
        };

        try (ExecutorService processes = Executors.newFixedThreadPool(4)) {
            assertThat(processes.invokeAll(Collections.nCopies(4, process)))
                    .allSatisfy(ended -> assertThat(ended.state()).isEqualTo(State.SUCCESS));
        }

        assertThat(site.posted()).hasSize(4).contains(askId).containsAll(more);
    }

    @Test
    void aTextThatWasChangedAfterTheApprovalIsNeverSentAndGoesToAPersonLoudly() {
        site.changeTextBehindOurBack(askId);

        assertThatThrownBy(() -> site.sender().deliverAll()).hasRootCauseInstanceOf(IllegalStateException.class);

        assertThat(site.posted()).isEmpty();
        assertThat(site.delivery(askId)).isInstanceOf(Delivery.Unknown.class);
        assertThat(site.unknown()).extracting(record -> record.ask().id()).contains(askId);
    }

    @Test
    void everyOutcomeIsAStepOfTheAsk() {
        site.answerWith(_ -> new Handover.Refused("recipient_refused 550"));

        site.sender().deliverAll();

        assertThat(site.record(askId).history().getLast().reason()).isEqualTo("recipient_refused 550");
        assertThat(((Left) site.record(askId).ask()).delivery()).isInstanceOf(Delivery.Failed.class);
    }
}
