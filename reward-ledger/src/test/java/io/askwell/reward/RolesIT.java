package io.askwell.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.local.server.SharedServers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who may do what: each role against each endpoint. */
class RolesIT {

    private static final List<String> READS = List.of(
            "/v1/rewards",
            "/v1/rewards/00000000-0000-3000-8000-000000000000",
            "/v1/ledger/trial-balance",
            "/v1/ledger/accounts/customer:nobody:rewards-payable",
            "/v1/ledger/accounts/customer:nobody:rewards-payable/statement",
            "/v1/ledger/transfers",
            "/v1/payout-batches",
            "/v1/payout-batches/00000000-0000-3000-8000-000000000000");
    private static final List<String> READERS = List.of("program-owner", "finance", "operator");
    private static final List<String> ROLES =
            List.of("source", "account-owner", "program-owner", "finance", "operator");

    private final RunningLedger ledger = RunningLedger.get();

    static Stream<Arguments> readsByEveryRole() {
        return READS.stream().flatMap(path -> ROLES.stream().map(role -> Arguments.of(role, path)));
    }

    @ParameterizedTest
    @MethodSource("readsByEveryRole")
    void onlyProgramOwnerFinanceAndOperatorRead(String role, String path) {
        int status = ledger.get(path, token(role)).status();

        if (READERS.contains(role)) {
            assertThat(status).isIn(200, 404);
        } else {
            assertThat(status).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", "account-owner", "finance", "operator"})
    void nobodyButAProgramOwnerDecides(String role) {
        String referralId = "R-role-" + role;
        String rewardId =
                ledger.proposed(referralId, Duration.ofDays(1)).path("rewardId").asString();

        Answer answer =
                ledger.post("/v1/rewards/" + rewardId + "/decision", token(role), "{\"decision\":\"approve\"}", null);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(ledger.reward(referralId, "referrer").path("state").asString())
                .isEqualTo("awaiting_approval");
    }

    static Stream<Arguments> paymentsByEveryRoleButFinance() {
        List<String> commands = List.of(
                "/v1/payout-batches",
                "/v1/payout-batches/00000000-0000-3000-8000-000000000000/settlement",
                "/v1/tax-clearances",
                "/v1/ledger/periods/2026-01/close");
        return commands.stream()
                .flatMap(path ->
                        ROLES.stream().filter(role -> !role.equals("finance")).map(role -> Arguments.of(role, path)));
    }

    @ParameterizedTest
    @MethodSource("paymentsByEveryRoleButFinance")
    void nobodyButFinancePays(String role, String path) {
        assertThat(ledger.post(path, token(role), "{}", null).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", "account-owner", "program-owner", "operator"})
    void nobodyButFinanceReadsTaxClearances(String role) {
        assertThat(ledger.get("/v1/tax-clearances", token(role)).status()).isEqualTo(403);
        assertThat(ledger.get("/v1/tax-clearances", token("finance")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", "account-owner", "program-owner"})
    void onlyFinanceAndTheOperatorReconcile(String role) {
        String path = "/v1/payout-batches/00000000-0000-3000-8000-000000000000/reconciliation";

        assertThat(ledger.post(path, token(role), "[]", null).status()).isEqualTo(403);
        assertThat(ledger.post(path, token("operator"), "[]", null).status()).isEqualTo(404);
    }

    @Test
    void theDescriptionShowsAllThatFinanceDoes() {
        JsonNode paths = ledger.get("/v3/api-docs", null).json().path("paths");

        assertThat(paths.propertyNames())
                .contains(
                        "/v1/payout-batches",
                        "/v1/payout-batches/{batchId}",
                        "/v1/payout-batches/{batchId}/settlement",
                        "/v1/payout-batches/{batchId}/reconciliation",
                        "/v1/tax-clearances");
        assertThat(paths.path("/v1/payout-batches/{batchId}")
                        .at("/get/responses/200/content")
                        .propertyNames())
                .contains("text/csv");
    }

    @Test
    void nobodyReadsWithoutAToken() {
        assertThat(READS)
                .allSatisfy(path -> assertThat(ledger.get(path, null).status()).isEqualTo(401));
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
    void healthMetersAndDescriptionAreOpen(String path) {
        assertThat(ledger.get(path, null).status()).isEqualTo(200);
    }

    private static String token(String role) {
        return SharedServers.tokens().mint("someone", role);
    }
}
