package io.askwell.attribution.application.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksTest {

    @Test
    void aPairIsComparedOnceHoweverManyKeysItShares() {
        assertThat(pairs(blocks(10, List.of("a", "b"), List.of("b", "a"), List.of("c"))))
                .containsExactly("0-1");
    }

    @Test
    void aKeyThatTooManyShareIsPassedOverAndCounted() {
        Blocks blocks = blocks(2, List.of("common"), List.of("common", "rare"), List.of("common", "rare"));

        assertThat(pairs(blocks)).containsExactly("1-2");
        assertThat(blocks.passedOver()).isEqualTo(1);
        assertThat(blocks.largestPassedOver()).isEqualTo(3);
    }

    @Test
    void whoSharesNothingIsNotCompared() {
        assertThat(pairs(blocks(10, List.of("a"), List.of(), List.of("b")))).isEmpty();
    }

    @SafeVarargs
    private static Blocks blocks(int largest, List<String>... keys) {
        long[][] numbers = new long[keys.length][];
        for (int record = 0; record < keys.length; record++) {
            numbers[record] = Keys.of(keys[record]);
        }
        return new Blocks(new RecordKeys(numbers), largest);
    }

    private static List<String> pairs(Blocks blocks) {
        List<String> pairs = new ArrayList<>();
        blocks.forEachPair((one, other) -> pairs.add(one + "-" + other));
        return pairs;
    }
}
