package io.askwell.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.local.server.ServerFailedException;
import org.junit.jupiter.api.Test;

class PgbenchTest {

    @Test
    void thePaceIsReadFromWhatPgbenchSays() {
        assertThat(Pgbench.pace("""
                        number of failed transactions: 0 (0.000%)
                        latency average = 8.123 ms
                        initial connection time = 20.123 ms
                        tps = 984.812345 (without initial connection time)
                        """)).isEqualTo(984.812345);
    }

    @Test
    void aPgbenchThatTellsNoPaceHasFailed() {
        assertThatThrownBy(() -> Pgbench.pace("connection refused"))
                .isInstanceOf(ServerFailedException.class)
                .hasMessageContaining("connection refused");
    }
}
