package io.askwell.reward.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.RewardForm;
import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.payout.PayoutBatch;
import io.askwell.reward.domain.payout.PayoutItem;
import io.askwell.reward.domain.payout.PayoutResult;
import io.askwell.reward.domain.payout.ProviderLine;
import io.askwell.transport.http.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table that goes out, and the provider's that comes back. */
class PayoutCsvTest {

    private static final String HEADER = "itemKey,amountMinor,currency,status,providerRef\r\n";
    private static final String KEY = "00000000-0000-0000-0000-000000000001";

    @Test
    void eachItemIsALineAndNumbersStayNumbers() {
        PayoutResult paid = new PayoutResult.Paid("P-1", "sent, \"today\"");

        assertThat(csv("C-100", paid).split("\r\n", -1))
                .containsExactly(
                        "batchId,itemKey,rewardId,referralId,beneficiaryKind,beneficiaryId,form,amountMinor,currency,"
                                + "status,providerRef,reason",
                        new UUID(0, 7) + "," + item("C-100", paid).itemKey() + "," + new UUID(0, 1)
                                + ",R-1,customer,C-100,credit,25000,USD,paid,P-1,\"sent, \"\"today\"\"\"",
                        "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void aCellThatASpreadsheetWouldRunIsShownInstead(String text) throws IOException {
        String table = csv(text, new PayoutResult.Paid(text, text));

        CSVRecord line =
                CSVFormat.RFC4180.parse(new StringReader(table)).getRecords().get(1);
        assertThat(line)
                .contains("25000")
                .filteredOn(cell -> cell.equals("'" + text))
                .hasSize(3);
    }

    @Test
    void ourOwnTableComesBackAsItWent() {
        String table = csv("=1+1", new PayoutResult.Paid("=P-1", null));

        List<ProviderLine> lines = ProviderLineRequest.lines(ProviderCsv.read(bytes("\uFEFF" + table)));

        assertThat(lines)
                .containsExactly(new ProviderLine(
                        item("=1+1", new PayoutResult.Paid("=P-1", null)).itemKey(),
                        new Money(25_000, "USD"),
                        PayoutItem.Status.PAID,
                        "=P-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,1,USD,paid,P-1",
                KEY + ",1.5,USD,paid,P-1",
                KEY + ",-1,USD,paid,P-1",
                KEY + ",1,usd,paid,P-1",
                KEY + ",1,USD,lost,P-1",
                KEY + ",1,USD,paid",
            })
    void aLineThatCannotBeMeantIsNamed(String line) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ProviderLineRequest.lines(ProviderCsv.read(bytes(HEADER + line + "\r\n"))))
                .satisfies(refusal -> {
                    assertThat(refusal.toProblem().getStatus()).isEqualTo(422);
                    assertThat(String.valueOf(refusal.toProblem().getProperties()))
                            .contains("pointer=/0");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"itemKey,status\r\n", "", "\"unclosed", "itemKey,itemKey\r\n"})
    void whatIsNoTableOfOursIsRefused(String file) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ProviderCsv.read(bytes(file)))
                .satisfies(
                        refusal -> assertThat(refusal.toProblem().getStatus()).isIn(400, 422));
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ProviderCsv.read(new byte[] {(byte) 0xC3, (byte) 0x28}));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String csv(String beneficiaryId, PayoutResult result) {
        return PayoutCsv.of(new PayoutBatch(
                new UUID(0, 7), "USD", "fin", Instant.EPOCH, List.of(item(beneficiaryId, result)), List.of()));
    }

    private static PayoutItem item(String beneficiaryId, PayoutResult result) {
        return new PayoutItem(
                new UUID(0, 7),
                new UUID(0, 1),
                "R-1",
                new Party(Party.Kind.CUSTOMER, beneficiaryId),
                RewardForm.CREDIT,
                new Money(25_000, "USD"),
                result);
    }
}
