package io.askwell.attribution.domain.matching;

/** What a word of a text says: more the fewer texts it stands in. */
public interface Vocabulary {

    /** All words alike, for where nothing is known of other texts. */
    Vocabulary NONE = word -> 1;

    /** @return above 0 */
    double weight(String word);
}
