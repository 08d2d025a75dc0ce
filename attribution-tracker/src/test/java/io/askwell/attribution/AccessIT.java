package io.askwell.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, role by endpoint. */
class AccessIT {

    private static final String RULING = "{\"creditClaim\": \"none\", \"reason\": \"so\"}";

    private final RunningTracker tracker = RunningTracker.SHARED;

    @ParameterizedTest
    @CsvSource(textBlock = """
                    account-owner, 200
                    program-owner, 200
                    operator,      200
                    source,        403
                    finance,       403
                    none,          403
                    ,              401
                    """)
    void listsAreForThoseWhoWorkWithReferrals(@Nullable String role, int status) {
        assertThat(get("/v1/referrals", role).statusCode()).isEqualTo(status);
        assertThat(get("/v1/reviews", role).statusCode()).isEqualTo(status);
        assertThat(get("/v1/owner-tasks", role).statusCode()).isEqualTo(status);
        assertThat(get("/v1/reports/attribution-completeness", role).statusCode())
                .isEqualTo(status);
        assertThat(get("/v1/reports/conversion-by-source", role).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    account-owner, 404
                    program-owner, 404
                    operator,      404
                    source,        403
                    finance,       403
                    ,              401
                    """)
    void soIsAReferral(@Nullable String role, int status) {
        assertThat(get("/v1/referrals/" + UUID.randomUUID(), role).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    program-owner, 404
                    account-owner, 403
                    operator,      403
                    source,        403
                    finance,       403
                    ,              401
                    """)
    void onlyTheProgramOwnerRulesAndUnmerges(@Nullable String role, int status) {
        String path = "/v1/reviews/" + UUID.randomUUID() + "/ruling";

        HttpResponse<String> answer = tracker.request("POST", path, role, RULING, null);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(tracker.request(
                                "POST",
                                "/v1/referrals/" + UUID.randomUUID() + "/unmerge",
                                role,
                                "{\"reason\": \"so\"}",
                                null)
                        .statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    program-owner, 200, 422, 404
                    operator,      200, 422, 404
                    account-owner, 403, 403, 403
                    source,        403, 403, 403
                    finance,       403, 403, 403
                    ,              401, 401, 401
                    """)
    void theProgramOwnerAndOperatorsListAndAppeal(@Nullable String role, int read, int add, int unknown) {
        assertThat(get("/v1/list-entries", role).statusCode()).isEqualTo(read);
        assertThat(tracker.request("POST", "/v1/list-entries", role, "{}", null).statusCode())
                .isEqualTo(add);
        assertThat(tracker.request("DELETE", "/v1/list-entries/" + UUID.randomUUID(), role, null, null)
                        .statusCode())
                .isEqualTo(unknown);
        String appeal = "/v1/referrals/" + UUID.randomUUID() + "/appeal";
        assertThat(tracker.request("POST", appeal, role, "{\"reason\": \"so\"}", null)
                        .statusCode())
                .isEqualTo(unknown);
    }

    @Test
    void anAccountOwnerSeesOwnTasksOnly() {
        assertThat(get("/v1/owner-tasks?owner=rep-8", "account-owner").statusCode())
                .isEqualTo(403);
        assertThat(get("/v1/owner-tasks?owner=pat", "account-owner").statusCode())
                .isEqualTo(200);
        assertThat(get("/v1/owner-tasks?status=late", "operator").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/actuator/prometheus",
        "/v3/api-docs",
        "/swagger-ui/index.html"
    })
    void whatOperatesTheServiceIsOpen(String path) {
        assertThat(get(path, null).statusCode()).isEqualTo(200);
    }

    @Test
    void theApiSaysWhichWordsStatusTakes() {
        assertThat(get("/v3/api-docs", null).body())
                .contains("attribution state (unclaimed, attributed, disputed, settled)");
    }

    @Test
    void whatIsNotServedIsNotFound() {
        assertThat(get("/actuator/env", "operator").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path, @Nullable String role) {
        return tracker.request("GET", path, role, null, null);
    }
}
