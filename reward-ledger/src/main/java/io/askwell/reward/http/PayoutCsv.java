package io.askwell.reward.http;

import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.payout.PayoutBatch;
import io.askwell.reward.domain.payout.PayoutItem;
import io.askwell.reward.domain.payout.PayoutResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A batch as RFC 4180 has it, one line an item, for people and their spreadsheets and for the provider. */
final class PayoutCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "batchId",
                    "itemKey",
                    "rewardId",
                    "referralId",
                    "beneficiaryKind",
                    "beneficiaryId",
                    "form",
                    "amountMinor",
                    "currency",
                    "status",
                    "providerRef",
                    "reason")
            .get();

    private PayoutCsv() {}

    static String of(PayoutBatch batch) {
        StringWriter text = new StringWriter();
        try (CSVPrinter table = new CSVPrinter(text, FORMAT)) {
            for (PayoutItem item : batch.items()) {
                print(item, table);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory failed", impossible);
        }
        return text.toString();
    }

    private static void print(PayoutItem item, CSVPrinter table) throws IOException {
        PayoutResult result = item.result();
        table.printRecord(
                item.batchId(),
                item.itemKey(),
                item.rewardId(),
                FormulaSafe.cell(item.referralId()),
                Word.of(item.beneficiary().kind()),
                FormulaSafe.cell(item.beneficiary().id()),
                Word.of(item.form()),
                item.amount().amountMinor(),
                item.amount().currency(),
                Word.of(item.status()),
                result == null ? null : FormulaSafe.cell(result.providerRef()),
                result == null ? null : FormulaSafe.cell(result.reason()));
    }
}
