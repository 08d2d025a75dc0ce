package io.askwell.ask.domain.draft.lint;

/**
 * How much text a draft may have.
 *
 * @param mostWords of a body, included; it has at most 4,000 characters besides
 * @param mostSubjectCharacters of a subject, included, on every channel
 * @param mostInAppCharacters of a body shown in the product, included
 * @param mostLinkedInCharacters of a body sent by LinkedIn, included
 */
public record TextLimits(
        int mostWords, int mostSubjectCharacters, int mostInAppCharacters, int mostLinkedInCharacters) {

    public TextLimits {
        requirePositive("mostDraftWords", mostWords);
        requirePositive("mostSubjectCharacters", mostSubjectCharacters);
        requirePositive("mostInAppCharacters", mostInAppCharacters);
        requirePositive("mostLinkedInCharacters", mostLinkedInCharacters);
    }

    private static void requirePositive(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " must be 1 or more");
        }
    }
}
