package io.askwell.signal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HmacSealTest {

    /** RFC 4231 has no key of 32 characters of text; this was computed with OpenSSL. */
    @Test
    void itIsHmacSha256() {
        assertThat(HexFormat.of()
                        .formatHex(HmacSeal.under("0123456789abcdef0123456789abcdef")
                                .of("what")))
                .isEqualTo("cda805d90cc92d2dff8e01a262d5c377b8dbcf96ed78cdb655e5f22fe9424811");
    }

    @Test
    void aSecretThatCouldBeGuessedStopsTheStart() {
        assertThatThrownBy(() -> HmacSeal.under(" ".repeat(40) + "short"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ASKWELL_LINK_SECRET must have 32 characters or more");
    }

    @Test
    void whatNobodyKnowsIsNewEachTime() {
        assertThat(HmacSeal.unknown().of("what"))
                .isNotEqualTo(HmacSeal.unknown().of("what"));
    }
}
