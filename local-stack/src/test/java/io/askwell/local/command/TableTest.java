package io.askwell.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        assertThat(new Table("PART", "ADDRESS")
                        .row("kafka", "127.0.0.1:9092")
                        .row("ask-drafter", "")
                        .render())
                .isEqualTo("""
                        PART         ADDRESS
                        kafka        127.0.0.1:9092
                        ask-drafter""");
    }

    @Test
    void figuresAreShortEnoughToRead() {
        assertThat(Figures.seconds(Duration.ofMillis(28_449))).isEqualTo("28.4 s");
        assertThat(Figures.memory(310L << 20)).isEqualTo("310 MiB");
        assertThat(Figures.memory(2560L << 20)).isEqualTo("2.50 GiB");
        assertThat(Figures.age(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Figures.age(Duration.ofSeconds(61))).isEqualTo("1 min 1 s");
        assertThat(Figures.age(Duration.ofMinutes(61))).isEqualTo("1 h 1 min");
        assertThat(Figures.age(Duration.ofHours(50))).isEqualTo("2 d 2 h");
    }

    @Test
    void aBarIsEmptyAtTheStartAndFullAtTheEnd() {
        assertThat(ProgressBar.bar(0, 11)).isEqualTo("[░░░░░░░░░░░░░░░░░░░░░░░░] 0/11");
        assertThat(ProgressBar.bar(11, 11)).isEqualTo("[████████████████████████] 11/11");
    }
}
