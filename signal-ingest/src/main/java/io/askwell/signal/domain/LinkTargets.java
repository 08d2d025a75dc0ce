package io.askwell.signal.domain;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The pages to which referral links may lead, by name. There are no others, so no link can be bent to a stranger's page. */
public final class LinkTargets {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MOST_NAME_CHARACTERS = 32;

    private final Map<String, LandingPage> pages;

    private LinkTargets(Map<String, LandingPage> pages) {
        this.pages = pages;
    }

    /**
     * @param words {@code name=https://…} each, with white space between; none where a site has no links
     * @throws IllegalArgumentException naming the word that is wrong
     */
    public static LinkTargets of(String words) {
        Map<String, LandingPage> pages = new TreeMap<>();
        for (String word : words.strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                String[] nameAndPage = word.split("=", 2);
                if (nameAndPage.length < 2 || !isName(nameAndPage[0])) {
                    throw wrong(word, "must be name=https://…, the name of at most 32 of a-z, 0-9 and single hyphens");
                }
                if (pages.put(nameAndPage[0], page(word, nameAndPage[1])) != null) {
                    throw wrong(word, "has the name of another one");
                }
            }
        }
        return new LinkTargets(pages);
    }

    public Optional<LandingPage> page(String name) {
        return Optional.ofNullable(pages.get(name));
    }

    public boolean isEmpty() {
        return pages.isEmpty();
    }

    /** What would have been right, for who named another one. */
    public String advice() {
        return isEmpty()
                ? "cannot be given: no target is configured"
                : "must be one of " + String.join(", ", pages.keySet());
    }

    private static boolean isName(String text) {
        return text.length() <= MOST_NAME_CHARACTERS && NAME.matcher(text).matches();
    }

    private static LandingPage page(String word, String text) {
        try {
            return LandingPage.of(text);
        } catch (IllegalArgumentException wrong) {
            throw wrong(word, String.valueOf(wrong.getMessage()));
        }
    }

    private static IllegalArgumentException wrong(String word, String why) {
        return new IllegalArgumentException("The link target %s: %s".formatted(word, why));
    }
}
