package io.askwell.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void oneItemMoreThanThePageHoldsMeansThatAPageFollows() {
        Page<String> page = Page.of(List.of("a", "b", "c"), 2, Cursor::of);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Cursor.parse(String.valueOf(page.next()), 1)).isEqualTo(Cursor.of("b"));
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(Page.of(List.of("a", "b"), 2, Cursor::of)).isEqualTo(new Page<>(List.of("a", "b"), null));
    }

    @Test
    void aCursorIsSafeInAUrlAndKeepsItsParts() {
        Cursor cursor = Cursor.of("2026-10-01T09:30:00Z", "ä?/&=+ ~", "");

        assertThat(cursor.toString()).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.parse(cursor.toString(), 3)).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "YQ", "a b"})
    void aCursorOfAnotherListIsRefused(String token) {
        assertThatThrownBy(() -> Cursor.parse(token, 2)).isInstanceOf(Refusal.class);
    }

    @Test
    void theLimitHasBounds() {
        assertThat(Page.size(null)).isEqualTo(50);
        assertThat(Page.size(500)).isEqualTo(500);
        assertThatThrownBy(() -> Page.size(0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Page.size(501)).isInstanceOf(Refusal.class);
    }
}
