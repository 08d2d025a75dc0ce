package io.askwell.attribution.domain.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteReaderTest {

    /** A note, and the words that it names a referrer by: of each mention the reading that takes most of them. */
    static Stream<Arguments> notes() {
        return Stream.of(
                Arguments.of("Referred by ada@fox.example.", List.of("ada@fox.example")),
                Arguments.of("referred by Ada <ada@fox.example>", List.of("ada@fox.example")),
                Arguments.of("referred by Dana Fox (dana@fox.example)", List.of("dana@fox.example")),
                Arguments.of("recommended by: <ada@fox.example>!", List.of("ada@fox.example")),
                Arguments.of("Was sent to us by C-100; call back", List.of("C-100")),
                Arguments.of("introduced by our customer id: C-100", List.of("C-100")),
                Arguments.of("INTRODUCED BY CUSTOMER #C-100", List.of("C-100")),
                Arguments.of("intro from Dana Fox", List.of("Dana Fox")),
                Arguments.of("He heard about you from Dana Fox. She is nice", List.of("Dana Fox")),
                Arguments.of("referral from Dr. Dana J. Fox, Boston", List.of("Dr. Dana J. Fox")),
                Arguments.of("referred by Dana Fox from Acme and wants a demo", List.of("Dana Fox")),
                Arguments.of("referred by Dana Fox and Kim Lee", List.of("Dana Fox", "Kim Lee")),
                Arguments.of("referred by Dana Fox, introduced by Kim Lee", List.of("Dana Fox", "Kim Lee")),
                Arguments.of("referred by \"Dana Fox\"", List.of("Dana Fox")),
                Arguments.of("he wrote \u201Creferred by Dana Fox\u201D", List.of("Dana Fox")),
                Arguments.of("referred by Jos\u00E9 Mu\u00F1oz", List.of("Jos\u00E9 Mu\u00F1oz")),
                Arguments.of(
                        "referred by Ame\u0301lie O\u2019Neill-D\u00EDaz",
                        List.of("Ame\u0301lie O\u2019Neill-D\u00EDaz")),
                Arguments.of(
                        "referred by \u05D3\u05E0\u05D4 \u05DB\u05D4\u05DF from Acme",
                        List.of("\u05D3\u05E0\u05D4 \u05DB\u05D4\u05DF")),
                Arguments.of(
                        "referred by \u200F\u0645\u062D\u0645\u062F \u0639\u0644\u064A\u200F",
                        List.of("\u0645\u062D\u0645\u062F \u0639\u0644\u064A\u200F")),
                Arguments.of("\uD83D\uDE00 referred by C-100", List.of("C-100")),
                Arguments.of("not referred by Dana Fox", List.of()),
                Arguments.of("She wasn't really referred by Dana Fox", List.of()),
                Arguments.of("never \"referred by Dana Fox\"", List.of()),
                Arguments.of("Not on the list; referred by Dana Fox", List.of("Dana Fox")),
                Arguments.of("not referred by Dana Fox, introduced by Kim Lee", List.of("Kim Lee")),
                Arguments.of("referred by Dana", List.of()),
                Arguments.of("referred by 2 friends", List.of("2")),
                Arguments.of("referred by", List.of()),
                Arguments.of("unreferred by Dana Fox", List.of()),
                Arguments.of("Dana Fox referred by-laws to us", List.of()),
                Arguments.of("referred by someone@", List.of()),
                Arguments.of("", List.of()));
    }

    @ParameterizedTest
    @MethodSource("notes")
    void findsTheWords(String note, List<String> words) {
        assertThat(read(note).stream()
                        .map(mention -> mention.candidates().getFirst().span())
                        .map(span -> note.substring(span.start(), span.end())))
                .isEqualTo(words);
    }

    @Test
    void everyReadingOfANameIsACandidateTheLongestFirst() {
        assertThat(read("referred by Dana Fox on Friday"))
                .containsExactly(new Mention(List.of(
                        new Candidate.Person("danafoxonfriday", List.of(), new Span(12, 30)),
                        new Candidate.Person("danafoxon", List.of(), new Span(12, 23)),
                        new Candidate.Person("danafox", List.of(), new Span(12, 20)))));
    }

    @Test
    void theCompanyIsReadWhereTheTextGivesOne() {
        assertThat(read("referred by Dana Fox (Acme Inc.)"))
                .containsExactly(
                        new Mention(List.of(new Candidate.Person("danafox", List.of("acme"), new Span(12, 20)))));
        assertThat(read("referred by Dana Fox at dinner"))
                .containsExactly(new Mention(List.of(new Candidate.Person("danafox", List.of(), new Span(12, 20)))));
    }

    @Test
    void spansAreInUnitsOfTheNoteAsItWasReceived() {
        assertThat(read("\uD83D\uDE00\u200F referred by C-100"))
                .containsExactly(new Mention(List.of(new Candidate.CustomerId("C-100", new Span(16, 21)))));
    }

    @Test
    void composedAndDecomposedNamesAreTheSame() {
        assertThat(name("referred by Ame\u0301lie Roe")).isEqualTo(name("referred by Am\u00E9lie Roe"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "referred by ",
                "referred by a",
                "not ",
                "a@",
                "Dana ",
                "referred by Dana Fox and ",
                "(",
                " ",
                "'",
                "\u0301"
            })
    void theLongestNoteIsReadInNoTime(String part) {
        String note = part.repeat(10_000 / part.length());

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> assertThat(read(note)).hasSizeLessThanOrEqualTo(10));
    }

    private static String name(String note) {
        return ((Candidate.Person) read(note).getFirst().candidates().getFirst()).name();
    }

    private static List<Mention> read(String note) {
        return NoteReader.mentions(note, (address, span) -> Optional.of(new Candidate.Address(address, null, span)));
    }
}
