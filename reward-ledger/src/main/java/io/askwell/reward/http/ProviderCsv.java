package io.askwell.reward.http;

import io.askwell.reward.http.ProviderLineRequest.Amount;
import io.askwell.transport.http.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The provider's file as a table with the columns of our own export; those that it does not need may be there or not. Lines are
 * counted from 0, as in a JSON array.
 */
final class ProviderCsv {

    private static final List<String> NEEDED = List.of("itemKey", "amountMinor", "currency", "status", "providerRef");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private ProviderCsv() {}

    static List<@Nullable ProviderLineRequest> read(byte[] content) {
        try (CSVParser table = FORMAT.parse(new StringReader(text(content)))) {
            if (!table.getHeaderNames().containsAll(NEEDED)) {
                throw Refusal.unprocessable("", "a header with the columns " + String.join(", ", NEEDED));
            }
            List<@Nullable ProviderLineRequest> lines = new ArrayList<>();
            for (CSVRecord line : table) {
                lines.add(line(line, "/" + lines.size()));
            }
            return lines;
        } catch (IOException | UncheckedIOException | IllegalArgumentException notATable) {
            throw notCsv();
        }
    }

    private static ProviderLineRequest line(CSVRecord line, String pointer) {
        if (!line.isConsistent()) {
            throw Refusal.unprocessable(pointer, "as many cells as the header has");
        }
        return new ProviderLineRequest(
                itemKey(line.get("itemKey"), pointer),
                new Amount(minor(line.get("amountMinor"), pointer), line.get("currency")),
                line.get("status"),
                FormulaSafe.text(line.get("providerRef")));
    }

    private static UUID itemKey(String cell, String pointer) {
        try {
            return UUID.fromString(cell);
        } catch (IllegalArgumentException notAKey) {
            throw Refusal.unprocessable(pointer + "/itemKey", "the key under which the payment was sent");
        }
    }

    private static long minor(String cell, String pointer) {
        try {
            return Long.parseLong(cell);
        } catch (NumberFormatException notANumber) {
            throw Refusal.unprocessable(pointer + "/amountMinor", "a whole number of minor units");
        }
    }

    private static String text(byte[] content) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static Refusal notCsv() {
        return Refusal.badRequest("The body is not CSV in UTF-8");
    }
}
