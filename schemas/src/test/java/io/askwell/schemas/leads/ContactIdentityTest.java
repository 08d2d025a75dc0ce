package io.askwell.schemas.leads;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactIdentityTest {

    @ParameterizedTest
    @CsvSource({
        "Sam.Roe+x@Acme.example, sam.roe@acme.example",
        "' sam@acme.example ', sam@acme.example",
        "S.A.M+news@googlemail.com, sam@gmail.com",
        "s.a.m@gmail.com, sam@gmail.com",
        "s.a.m@acme.example, s.a.m@acme.example",
        "+sam@acme.example, +sam@acme.example",
    })
    void spellingsOfOneAddressAreOne(String raw, String canonical) {
        assertThat(ContactIdentity.canonicalEmail(raw)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sam", "sam@", "@acme.example", "sam@acme", "sam roe@acme.example", "a@b@acme.example"})
    void whatIsNoAddressHasNoCanonicalForm(String raw) {
        assertThat(ContactIdentity.canonicalEmail(raw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "+1 415 555 0101, US, +14155550101",
                "(415) 555-0101, us, +14155550101",
                "+49 30 901820, -, +4930901820",
                "030 901820, DE, +4930901820",
            })
    void aNumberIsReadByTheCountryOfTheLead(String raw, @Nullable String country, String e164) {
        assertThat(ContactIdentity.phone(raw, country)).contains(e164);
    }

    @Test
    void withoutACountryOnlyInternationalNumbersAreRead() {
        assertThat(ContactIdentity.phone("030 901820", null)).isEmpty();
        assertThat(ContactIdentity.phone("call me", "DE")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "https://www.acme.example/about?x=1#top, acme.example",
                "http://user@shop.acme.co.uk:8443, acme.co.uk",
                "ACME.COM, acme.com",
                "acme.com., acme.com",
                "//news.acme.com.br/de, acme.com.br",
                "https://bücher.example, xn--bcher-kva.example",
                "a.b.c.internal, c.internal",
                "acme.github.io, acme.github.io"
            })
    void ofAWebsiteCountsWhatSomebodyRegistered(String website, String domain) {
        assertThat(ContactIdentity.registrableDomain(website)).contains(domain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme",
                "our site",
                "https://",
                "https://192.168.0.1/",
                "co.uk",
                "http://[::1]/",
                "...",
                "a..b"
            })
    void whatIsNoWebsiteHasNoDomain(String website) {
        assertThat(ContactIdentity.registrableDomain(website)).isEmpty();
    }

    @Test
    void whoSaysNothingHasNoDomain() {
        assertThat(ContactIdentity.registrableDomain(null)).isEmpty();
        assertThat(ContactIdentity.registrableDomain("x".repeat(10_000) + ".example"))
                .isEmpty();
    }
}
