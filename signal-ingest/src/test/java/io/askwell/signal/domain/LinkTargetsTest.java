package io.askwell.signal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTargetsTest {

    @Test
    void aTargetIsAPageByItsName() {
        LinkTargets targets =
                LinkTargets.of("  signup=https://site.example/signup?plan=pro\n pricing=https://site.example ");

        assertThat(targets.page("signup"))
                .contains(new LandingPage(URI.create("https://site.example/signup?plan=pro")));
        assertThat(targets.page("pricing")).isPresent();
        assertThat(targets.page("imprint")).isEmpty();
        assertThat(targets.advice()).isEqualTo("must be one of pricing, signup");
    }

    @Test
    void aSiteMayHaveNone() {
        assertThat(LinkTargets.of(" ").isEmpty()).isTrue();
        assertThat(LinkTargets.of("").advice()).contains("no target is configured");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    signup                                      | must be name=https://
                    Sign_Up=https://site.example                | must be name=https://
                    -a=https://site.example                     | must be name=https://
                    signup=http://site.example                  | must be an https:// address
                    signup=javascript:alert(1)                  | must be an https:// address
                    signup=//site.example                       | must be an https:// address
                    signup=https:///signup                      | must be an https:// address of a host
                    signup=https://user@site.example            | without a user
                    signup=https://site.example/{x}             | Illegal character
                    signup=https://site.example?click=1         | must not say click=
                    a=https://site.example a=https://b.example  | has the name of another one
                    """)
    void whatIsNoTargetStopsTheStart(String words, String why) {
        assertThatThrownBy(() -> LinkTargets.of(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The link target ")
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({
        "https://site.example, https://site.example?click=k-1",
        "https://site.example/signup, https://site.example/signup?click=k-1",
        "https://site.example/signup?, https://site.example/signup?click=k-1",
        "https://site.example/signup?a=b%20c, https://site.example/signup?a=b%20c&click=k-1",
        "https://site.example/signup?clicks=2#form, https://site.example/signup?clicks=2&click=k-1#form",
        "https://site.example/#, https://site.example/?click=k-1#"
    })
    void theClickGoesBehindThePagesOwnQuery(String page, String address) {
        assertThat(LinkTargets.of("signup=" + page).page("signup").orElseThrow().after("k-1"))
                .isEqualTo(URI.create(address));
    }
}
