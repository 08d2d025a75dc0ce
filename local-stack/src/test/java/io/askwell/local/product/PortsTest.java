package io.askwell.local.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void withoutAnOffsetThePortsAreThoseOfTheContract() {
        var ports = new Ports(0);

        assertThat(Arrays.stream(Service.values()).map(ports::of)).containsExactly(8081, 8082, 8083, 8084, 8085);
        assertThat(ports.registry()).isEqualTo(8090);
        assertThat(ports.mail()).isEqualTo(8025);
        assertThat(ports.kafka()).isEqualTo(9092);
        assertThat(ports.postgresql()).isEqualTo(5433);
    }

    @Test
    void anOffsetMovesEveryPortByTheSame() {
        var ports = new Ports(100);

        assertThat(ports.of(Service.ASK_DRAFTER)).isEqualTo(8183);
        assertThat(ports.kafka()).isEqualTo(9192);
        assertThat(ports.postgresql()).isEqualTo(5533);
    }

    @Test
    void anOffsetThatLeavesTheRangeOfOrdinaryPortsIsRefused() {
        assertThat(Ports.isPossible(65535 - 9092)).isTrue();
        assertThat(Ports.isPossible(65535 - 9092 + 1)).isFalse();
        assertThat(Ports.isPossible(1024 - 5433)).isTrue();
        assertThat(Ports.isPossible(1024 - 5433 - 1)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Ports(100_000));
    }
}
