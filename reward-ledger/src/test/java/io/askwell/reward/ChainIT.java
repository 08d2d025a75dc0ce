package io.askwell.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.rewards.v1.RewardEvent;
import io.askwell.rewards.v1.RewardEventType;
import io.askwell.schemas.TopicCatalogue;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The seal of the books is there to be read, checked and kept elsewhere. */
class ChainIT {

    private static final String CHAIN = "/v1/ledger/chain";

    private final RunningLedger ledger = RunningLedger.get();

    @Test
    void whoeverAsksSeesThatTheChainIsWhole() {
        book("R-chain-1");

        JsonNode chain =
                ledger.get(CHAIN + "?verify=true", RunningLedger.FINANCE).json();

        assertThat(chain.at("/verification/whole").asBoolean()).isTrue();
        assertThat(chain.at("/verification/links").asLong())
                .isPositive()
                .isLessThanOrEqualTo(ledger.get(CHAIN, RunningLedger.FINANCE)
                        .json()
                        .at("/head/position")
                        .asLong());
        assertThat(chain.at("/verification/brokenAt").isNull()).isTrue();
    }

    @Test
    void theChainIsReadPageByPageAndEveryLinkNamesTheOneBefore() {
        book("R-chain-2");
        book("R-chain-3");

        JsonNode first =
                ledger.get(CHAIN + "?limit=1", RunningLedger.PROGRAM_OWNER).json();
        JsonNode second = ledger.get(
                        CHAIN + "?limit=1&cursor=" + first.path("next").asString(), RunningLedger.PROGRAM_OWNER)
                .json();

        assertThat(first.at("/items/0/position").asLong()).isEqualTo(1);
        assertThat(second.at("/items/0/previousHash").asString())
                .isEqualTo(first.at("/items/0/hash").asString());
        assertThat(first.path("verification").isNull()).isTrue();
    }

    @Test
    void theHeadIsAnchoredOnTheTopicOfRewards() {
        book("R-chain-4");

        RewardEvent anchored = await().until(this::newestAnchor, event -> event != null);

        assertThat(anchored.getType()).isEqualTo(RewardEventType.ledger_anchored);
        assertThat(anchored.getRewardId()).isNull();
        long position = anchored.getAnchor().getPosition();
        JsonNode link =
                ledger.get(CHAIN + "?limit=500", RunningLedger.FINANCE).json().at("/items/" + (position - 1));
        assertThat(link.path("hash").asString()).isEqualTo(anchored.getAnchor().getHash());
    }

    private @Nullable RewardEvent newestAnchor() {
        List<@Nullable RewardEvent> anchors = ledger.published(TopicCatalogue.REWARDS, "ledger");
        return anchors.isEmpty() ? null : anchors.getLast();
    }

    private void book(String referralId) {
        assertThat(ledger.decide(ledger.proposed(referralId, Duration.ofDays(1)), "{\"decision\":\"approve\"}")
                        .status())
                .isEqualTo(200);
    }
}
