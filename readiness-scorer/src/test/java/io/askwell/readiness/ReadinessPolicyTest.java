package io.askwell.readiness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.readiness.application.StampedPolicy;
import io.askwell.readiness.domain.rule.ScoreRule;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

class ReadinessPolicyTest {

    @Test
    void theShippedPolicyHasThePointsOfTheRules() {
        assertThat(TestPolicy.shipped().policy().score().inOrder())
                .extracting(ScoreRule::name, ScoreRule::points)
                .map(tuple -> tuple.toList().toString())
                .containsExactly(
                        "[tenure, 10]",
                        "[first_win, 20]",
                        "[usage_above_average, 15]",
                        "[nps_promoter, 30]",
                        "[nps_passive, 15]",
                        "[testimonial, 20]",
                        "[interactions, 10]",
                        "[positive_feedback, 10]",
                        "[champion, 15]",
                        "[engaged_last_7_days, 10]");
    }

    @Test
    void anyChangeOfTheFileChangesTheHash() throws IOException {
        var changed = read(shipped() + "\n");

        assertThat(changed.policy()).isEqualTo(TestPolicy.shipped().policy());
        assertThat(changed.hash()).isNotEqualTo(TestPolicy.shipped().hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "champion: { points: 15 } | champion: { points: 0 } | 14 | score.champion.points must be above 0",
                "atLeast: 7, below: 9 | atLeast: 7, below: 7 | 10 | score.npsPassive.below must be above atLeast",
                "reviewShare: 0.80 } | reviewShare: 1.01 } | 11 | score.testimonial.reviewShare must be a share, above 0 and at most 1",
                "points: 30, atLeast: 9 | points: 30, atLeast: 11 | 9 | score.npsPromoter.atLeast must be an NPS score, 0 to 10",
                "above: 50 | above: 101 | 8 | score.usageAboveAverage.above must be a percentile, 0 to 100",
                "softMention: 50 | softMention: 70 | 17 | bands.softMention must be above 0 and below askNow",
                "cancellationAfter: P30D | cancellationAfter: P0D | 21 | concerns.cancellationAfter must be a duration above 0",
                "qbrSuccess: PT24H | qbrSuccess: PT0S | 36 | triggers.qbrSuccess must be a duration above 0",
                "version: readiness-v1 | version: ' ' | 2 | version must not be blank",
            })
    void aSenselessNumberIsNamedWithItsLine(String right, String wrong, int line, String sentence) throws IOException {
        assertMistake(replaced(right, wrong), line, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "points: 15 } | points: 15, bonus: 1 } | 14 | score.champion.bonus is unknown; known here are points",
                "bands: { | luck: 7\\nbands: { | 17 | luck is unknown; known here are version, score, bands, concerns, tooEarly, triggers",
                "champion: { points: 15 } | champion: {} | 14 | score.champion.points is missing",
                "complaintAfter: P30D | | 19 | concerns.complaintAfter is missing",
                "version: readiness-v1 | | 1 | version is missing",
                "champion: { points: 15 } | champion: { points: 15, points: 16 } | 14 | points",
            })
    void aKeyThatIsUnknownMissingOrWrittenTwiceIsNamedWithItsLine(String right, String wrong, int line, String sentence)
            throws IOException {
        assertMistake(replaced(right, wrong), line, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "champion: { points: 15 } | champion: { points: many } | 14 | score.champion.points must be a whole number",
                "champion: { points: 15 } | champion: { points: 15.5 } | 14 | score.champion.points must be a whole number",
                "champion: { points: 15 } | champion: { points: } | 14 | score.champion.points must be a whole number",
                "champion: { points: 15 } | champion: 15 | 14 | score.champion must be a group of points",
                "champion: { points: 15 } | champion: | 14 | score.champion must be a group of points",
                "champion: { points: 15 } | champion: [15] | 14 | score.champion must be a group of points",
                "reviewShare: 0.80 } | reviewShare: most } | 11 | score.testimonial.reviewShare must be a number",
                "complaintAfter: P30D | complaintAfter: 30 | 20 | concerns.complaintAfter must be an ISO-8601 duration",
                "complaintAfter: P30D | complaintAfter: a month | 20 | concerns.complaintAfter must be an ISO-8601 duration",
                "complaintAfter: P30D | complaintAfter: | 20 | concerns.complaintAfter must be an ISO-8601 duration",
                "requireConsent: false | requireConsent: maybe | 24 | concerns.requireConsent must be true or false",
                "version: readiness-v1 | version: [one] | 2 | version must be a text",
            })
    void aValueOfAnotherTypeIsNamedWithItsLine(String right, String wrong, int line, String sentence)
            throws IOException {
        assertMistake(replaced(right, wrong), line, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  champion: | \\tchampion: | 14 | this is not YAML: found character '\\t(TAB)'",
                "version: readiness-v1 | version: readiness-v1: new | 2 | this is not YAML: mapping values are not allowed here",
                "tooEarly: { | tooEarly: | 26 | this is not YAML",
                "points: 15 } | points: 99999999999 } | 14 | out of range",
                "peerMentioned: PT48H | peerMentioned: PT48H\\n---\\nversion: two | 40 | a policy is one document of version, score, bands, concerns, tooEarly, triggers",
            })
    void whatCannotBeReadIsNamedWithItsLine(String right, String wrong, int line, String sentence) throws IOException {
        assertMistake(replaced(right, wrong), line, sentence);
    }

    @ParameterizedTest
    @CsvSource({"''", "just words", "[1]"})
    void aFileWithoutAPolicyIsRefused(String text) {
        assertMistake(text, 1, "a policy is one document of version, score");
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path directory) {
        var missing = directory.resolve("no-such-policy.yaml");

        assertThatThrownBy(() -> ReadinessPolicyFile.load(new FileSystemResource(missing)))
                .isInstanceOf(ReadinessPolicyFile.MistakeException.class)
                .hasMessageContaining("does not exist")
                .hasMessageContaining(missing.toString());
    }

    private static void assertMistake(String yaml, int line, String sentence) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(ReadinessPolicyFile.MistakeException.class)
                .hasMessageStartingWith("policy.yaml, line " + line + ": ")
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("\n");
    }

    private static StampedPolicy read(String yaml) {
        return ReadinessPolicyFile.read("policy.yaml", yaml.getBytes(UTF_8));
    }

    private static String replaced(String right, @Nullable String wrong) throws IOException {
        String shipped = shipped();
        assertThat(shipped).contains(right);
        String written = wrong == null ? "" : wrong.translateEscapes();
        int at = shipped.indexOf(right);
        return shipped.substring(0, at) + written + shipped.substring(at + right.length());
    }

    private static String shipped() throws IOException {
        return new ClassPathResource("policy/readiness-v1.yaml").getContentAsString(UTF_8);
    }
}
