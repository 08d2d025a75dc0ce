package io.askwell.signal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.signal.http.HmacSeal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkCodesTest {

    private final LinkCodes codes = new LinkCodes(HmacSeal.under("a secret of at least 32 characters"));
    private final String code = codes.code("sign-up", "customer", "C-100");

    @Test
    void theSameReferrerAlwaysHasTheSameCode() {
        assertThat(codes.code("sign-up", "customer", "C-100")).isEqualTo(code);
    }

    @Test
    void everyOtherReferrerTargetAndSecretHasAnotherCode() {
        assertThat(codes.code("sign-up", "customer", "C-101")).isNotEqualTo(code);
        assertThat(codes.code("sign-up", "partner", "C-100")).isNotEqualTo(code);
        assertThat(tail(codes.code("pricing", "customer", "C-100"))).isNotEqualTo(tail(code));
        assertThat(new LinkCodes(HmacSeal.under("another secret of 32 characters."))
                        .code("sign-up", "customer", "C-100"))
                .isNotEqualTo(code);
    }

    @Test
    void aCodeTellsItsTargetAndNothingOfItsReferrer() {
        assertThat(code).matches("sign-up-[A-Za-z0-9_-]{32}").doesNotContain("C-100");
        assertThat(codes.target(code)).contains("sign-up");
    }

    @Test
    void whateverIsChangedInACodeItIsNoneOfOursAnyMore() {
        for (int at = 0; at < code.length(); at++) {
            char other = code.charAt(at) == 'a' ? 'b' : 'a';
            assertThat(codes.target(code.substring(0, at) + other + code.substring(at + 1)))
                    .as("with another character at %d", at)
                    .isEmpty();
        }
    }

    @Test
    void aCodeUnderAnotherSecretIsNoneOfOurs() {
        assertThat(new LinkCodes(HmacSeal.unknown()).target(code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "sign-up", "sign-up-", "-0123456789abcdef0123456789abcdef", "é", "sign-up-\u00e9"})
    void whatIsNoCodeIsNoneOfOurs(String text) {
        assertThat(codes.target(text)).isEmpty();
        assertThat(codes.target(code + text)).isEqualTo(codes.target(text.isEmpty() ? code : text));
    }

    private static String tail(String code) {
        return code.substring(code.length() - 32);
    }
}
