package io.askwell.attribution.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldingTest {

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        assertThat(Folding.of("Ame\u0301lie")).isEqualTo(Folding.of("Am\u00E9lie"));
    }

    @Test
    void diacriticsStayUntilTheyAreGivenUp() {
        assertThat(Folding.of("Łukasz Müßig")).isEqualTo("łukasz müssig");
        assertThat(Folding.plain(Folding.of("Łukasz Müßig"))).isEqualTo("lukasz mussig");
    }

    @Test
    void invisibleMarksOfCopiedTextAreLeftOut() {
        assertThat(Folding.of("\u202Bדוד\u202C\u200F כהן")).isEqualTo("דוד כהן");
        assertThat(Folding.of("Sam\u00AD Roe\uFEFF")).isEqualTo("sam roe");
    }

    @Test
    void wideFormsAndOddSpacesAreUnited() {
        assertThat(Folding.of("Ｓａｍ\u3000Ｒｏｅ")).isEqualTo("sam roe");
        assertThat(Folding.of("O\u2019Brien")).isEqualTo("o'brien");
    }

    @Test
    void vowelsOfIndicScriptsAreNotDiacritics() {
        assertThat(Folding.plain(Folding.of("राम"))).isNotEqualTo(Folding.plain(Folding.of("रोम")));
    }
}
