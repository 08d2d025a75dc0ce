package io.askwell.signal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.signal.InMemoryLogs;
import io.askwell.signal.TokenKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@SpringBootTest
@AutoConfigureMockMvc
@Import(InMemoryLogs.class)
class AccessTest implements TokenKey {

    private static final List<String> ENDPOINTS = List.of("/v1/signals", "/v1/leads", "/v1/lead-updates", "/v1/links");
    private static final String OPEN = "/r/{linkCode}";
    private static final List<String> ROLES =
            List.of("source", "account-owner", "program-owner", "finance", "operator", "nobody");
    private static final Set<String> ALLOWED = Set.of("source", "operator");

    @Autowired
    MockMvcTester http;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    static Stream<Arguments> everyRoleAtEveryEndpoint() {
        return ENDPOINTS.stream().flatMap(endpoint -> ROLES.stream().map(role -> Arguments.of(endpoint, role)));
    }

    @ParameterizedTest
    @MethodSource("everyRoleAtEveryEndpoint")
    void onlySourcesAndOperatorsReport(String endpoint, String role) {
        var answer = http.post()
                .uri(endpoint)
                .header("Authorization", TokenKey.bearer("someone", role))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}")
                .exchange();

        assertThat(answer)
                .hasStatus(ALLOWED.contains(role) ? 422 : 403)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/signals", "/v1/leads", "/v1/lead-updates", "/v1/links", "/v1/no-such-thing", "/actuator/env"
            })
    void nobodyGetsInWithoutAToken(String endpoint) {
        var answer = http.post()
                .uri(endpoint)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}")
                .exchange();

        assertThat(answer).hasStatus(401).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aTokenOfAnotherIssuerIsWorthNothing() {
        String token = TokenKey.bearer("local", "source");
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(342);

        var answer = http.post()
                .uri("/v1/signals")
                .header("Authorization", forged)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}")
                .exchange();

        assertThat(answer).hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/actuator/prometheus",
                "/v3/api-docs",
                "/swagger-ui/index.html"
            })
    void healthMetricsAndDocumentationAreOpen(String path) {
        assertThat(http.get().uri(path)).hasStatus(200);
    }

    @Test
    void anybodyFollowsALinkAndNobodyPostsToIt() {
        assertThat(http.get().uri("/r/no-such-link")).hasStatus(404).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(http.head().uri("/r/no-such-link")).hasStatus(404);
        assertThat(http.post().uri("/r/no-such-link")).hasStatus(401);
    }

    @Test
    void theDocumentationNamesEveryEndpoint() {
        assertThat(http.get().uri("/v3/api-docs"))
                .bodyJson()
                .extractingPath("$.paths")
                .asMap()
                .containsOnlyKeys(
                        Stream.concat(ENDPOINTS.stream(), Stream.of(OPEN)).toList());
    }

    /** A new endpoint must be added to the matrix above. */
    @Test
    void theMatrixKnowsEveryEndpoint() {
        Stream<String> served = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith("/v1") || path.startsWith("/r"));

        assertThat(served)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(ENDPOINTS.stream(), Stream.of(OPEN)).toList());
    }
}
