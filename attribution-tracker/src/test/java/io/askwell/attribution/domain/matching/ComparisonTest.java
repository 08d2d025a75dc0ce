package io.askwell.attribution.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is how alike, in tables: kind, one, other, level. */
class ComparisonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Sam Roe             | Sam Roe             | EXACT
                    SAM ROE             | sam  roe            | EXACT
                    Roe, Sam            | Sam Roe             | EXACT
                    Dr. Sam Roe, MBA    | Sam Roe             | EXACT
                    Sam Roe             | Roe Sam             | VERY_ALIKE
                    José Núñez          | Jose Nunez          | VERY_ALIKE
                    Robert Miller       | Bob Miller          | VERY_ALIKE
                    Sam J. Roe          | Sam Roe             | VERY_ALIKE
                    Ana García López    | Ana García          | VERY_ALIKE
                    Annemarie Koch      | Anne Marie Koch     | VERY_ALIKE
                    Michael Roberts     | Micheal Roberts     | VERY_ALIKE
                    Bob Miler           | Robert Miller       | ALIKE
                    S. Roe              | Sam Roe             | ALIKE
                    Daniel Weber        | Daniela Weber       | DIFFERENT
                    Sam Roe             | Kim Roe             | DIFFERENT
                    Sam Roe             | Sam Lee             | DIFFERENT
                    Sam                 | Sam Roe             | PARTLY
                    محمد المنصوري         | محمد المنصورى         | VERY_ALIKE
                    محمد المنصوري         | محمد الشامسي          | DIFFERENT
                    דוד כהן             | כהן דוד             | VERY_ALIKE
                    Дмитрий Смирнов     | Дима Смирнов        | VERY_ALIKE
                    山田太郎            | 山田太郎            | EXACT
                    """)
    void names(String one, String other, Level level) {
        assertLevel(FieldKind.NAME, one, other, level);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    kayla        | kayla       | EXACT
                    kayla        | kaylla      | VERY_ALIKE
                    jonathan     | jon         | VERY_ALIKE
                    van der berg | vanderberg  | EXACT
                    smith-jones  | jones       | ALIKE
                    k            | kayla       | ALIKE
                    kayla        | thomas      | DIFFERENT
                    """)
    void partsOfNames(String one, String other, Level level) {
        assertLevel(FieldKind.SURNAME, one, other, level);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Acme, Inc.             | ACME                           | EXACT
                    Müller & Söhne GmbH    | Muller Sohne GmbH & Co. KG     | EXACT
                    Acme S.A.              | acme sa                        | EXACT
                    The Acme Company       | Acme                           | EXACT
                    Ромашка ООО            | Ромашка                        | EXACT
                    Nord Build             | Nordbuild                      | VERY_ALIKE
                    Acme Logistics         | Acme Logistisc                 | VERY_ALIKE
                    Acme                   | Acme Logistics                 | ALIKE
                    IBM                    | International Business Machines | ALIKE
                    Acme Logistics         | Acme Legal                     | PARTLY
                    Acme Logistics         | Norden Build                   | DIFFERENT
                    """)
    void companies(String one, String other, Level level) {
        assertLevel(FieldKind.COMPANY, one, other, level);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sam.roe@acme.example    | sam.roe@acme.example  | EXACT
                    Sam.Roe@ACME.example    | sam.roe@acme.example  | EXACT
                    sam.roe@acme.example    | sam.reo@acme.example  | VERY_ALIKE
                    sam.roe@gmail.com       | sam.roe@gmial.com     | VERY_ALIKE
                    sam.roe@acme.example    | sroe@acme.example     | ALIKE
                    samroe84@gmail.com      | samroe84@outlook.com  | ALIKE
                    sam.roe@acme.example    | sam.roe@gmail.com     | PARTLY
                    sam.roe@acme.example    | sam.roe@norden.example | DIFFERENT
                    mroe@acme.example       | lroe@acme.example     | DIFFERENT
                    info@acme.example       | sales@acme.example    | DIFFERENT
                    """)
    void addresses(String one, String other, Level level) {
        assertLevel(FieldKind.EMAIL, one, other, level);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    +1 415 555 0101 | +14155550101    | EXACT
                    ٠٠٩٧١٥٠١٢٣٤٥٦٧  | +971501234567   | EXACT
                    +14155550101    | (415) 555-0101  | VERY_ALIKE
                    +14155550101    | +14156550101    | ALIKE
                    +14155550101    | +14515550101    | ALIKE
                    +14155550101    | +14155550199    | PARTLY
                    +14155550101    | +442071838750   | DIFFERENT
                    """)
    void telephones(String one, String other, Level level) {
        assertLevel(FieldKind.PHONE, one, other, level);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DATE   | 19081209          | 1908-12-09        | EXACT
                    DATE   | 09/12/1908        | 1908-12-09        | EXACT
                    DATE   | 19081209          | 19081029          | VERY_ALIKE
                    DATE   | 1908-12-09        | 1908-09-12        | ALIKE
                    DATE   | 19081209          | 19080131          | PARTLY
                    DATE   | 19081209          | 19991021          | DIFFERENT
                    CODE   | NSW-2000          | nsw 2000          | EXACT
                    CODE   | 4011              | 4101              | VERY_ALIKE
                    CODE   | 44                | 45                | ALIKE
                    CODE   | 4011              | 2650              | DIFFERENT
                    DOMAIN | https://www.acme.example/about?x=1 | acme.example | EXACT
                    AMOUNT | $1,299.00         | 1299              | EXACT
                    AMOUNT | 100               | 103               | ALIKE
                    AMOUNT | 100               | 200               | DIFFERENT
                    TEXT   | Tullaroop Street  | tullaroop street  | EXACT
                    TEXT   | tullaroop street  | tularoop street   | VERY_ALIKE
                    TEXT   | head sales        | sales head        | VERY_ALIKE
                    TEXT   | head of sales     | sales head        | ALIKE
                    TEXT   | giblin street     | goldfinch circuit | DIFFERENT
                    """)
    void otherValues(FieldKind kind, String one, String other, Level level) {
        assertLevel(kind, one, other, level);
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, sam at acme",
        "EMAIL, @acme.example",
        "PHONE, n/a",
        "DATE, yesterday",
        "AMOUNT, free",
        "NAME, ---",
        "CODE, '  '"
    })
    void whatIsNoValueIsMissing(FieldKind kind, String raw) {
        assertThat(kind.read(raw, Vocabulary.NONE)).isNull();
    }

    private static void assertLevel(FieldKind kind, String one, String other, Level level) {
        FieldValue mine = Objects.requireNonNull(kind.read(one, Vocabulary.NONE));
        FieldValue theirs = Objects.requireNonNull(kind.read(other, Vocabulary.NONE));

        assertThat(mine.comparedWith(theirs)).isEqualTo(level);
        assertThat(theirs.comparedWith(mine)).as("the other way round").isEqualTo(level);
    }
}
