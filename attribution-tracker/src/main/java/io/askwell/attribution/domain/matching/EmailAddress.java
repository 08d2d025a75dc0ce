package io.askwell.attribution.domain.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An address. What a mailbox takes from the name of its owner is no evidence beside the name, so only what is more than that counts.
 *
 * @param mailbox what stands before the at sign
 * @param domain behind it
 * @param words of the mailbox, separated by what is no letter
 */
public record EmailAddress(String mailbox, String domain, List<String> words) implements FieldValue {

    private static final Set<String> ROLES = Set.of(
            "info",
            "sales",
            "office",
            "contact",
            "admin",
            "hello",
            "support",
            "mail",
            "kontakt",
            "team",
            "service",
            "marketing",
            "hr",
            "jobs",
            "buero",
            "billing",
            "accounts",
            "enquiries",
            "contacto",
            "vendas",
            "ventas",
            "post",
            "noreply",
            "webmaster",
            "reception");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Pattern OWN_FIGURES = Pattern.compile(".*\\d.*\\d.*");
    private static final int LONG_ENOUGH_FOR_A_TYPO = 5;

    public EmailAddress {
        words = List.copyOf(words);
    }

    static Optional<FieldValue> read(String raw) {
        return parse(raw).map(FieldValue.class::cast);
    }

    /** What has no single at sign in its midst is no address. */
    static Optional<EmailAddress> parse(String raw) {
        String folded = Folding.of(raw).replace(" ", "");
        int at = folded.indexOf('@');
        if (at <= 0 || at == folded.length() - 1 || folded.indexOf('@', at + 1) > 0) {
            return Optional.empty();
        }
        String mailbox = folded.substring(0, at);
        List<String> words = Arrays.stream(NO_LETTERS.split(mailbox, -1))
                .filter(word -> !word.isEmpty())
                .toList();
        return Optional.of(new EmailAddress(mailbox, folded.substring(at + 1), words));
    }

    /**
     * Very alike: one typo at one domain. Alike: two ways to write a name at one domain, or a mailbox with figures of its own at two. Partly:
     * different, but one of them at a provider for everybody, as people have beside that of their work. Different: two mailboxes of one domain,
     * or of two firms.
     */
    @Override
    public Level comparedWith(FieldValue other) {
        if (!(other instanceof EmailAddress address)) {
            throw FieldValue.otherKind(this, other);
        }
        boolean sameDomain = domain.equals(address.domain);
        boolean sameMailbox = mailbox.equals(address.mailbox);
        if (sameDomain && sameMailbox) {
            return Level.EXACT;
        }
        if (sameDomain ? isTypoOf(address) : sameMailbox && Likeness.within(1, domain, address.domain)) {
            return Level.VERY_ALIKE;
        }
        if (sameDomain
                ? isOtherFormOf(address)
                : sameMailbox && OWN_FIGURES.matcher(mailbox).matches()) {
            return Level.ALIKE;
        }
        return isFree() == address.isFree() ? Level.DIFFERENT : Level.PARTLY;
    }

    @Override
    public List<String> codes() {
        return isPersonal()
                ? List.of(mailbox + "@" + domain, String.join("", words), "@" + domain)
                : List.of(mailbox + "@" + domain, "@" + domain);
    }

    boolean isFree() {
        return FreeDomains.contains(domain);
    }

    /** Whether the mailbox may tell one person from another. */
    boolean isPersonal() {
        return !words.isEmpty() && !ROLES.contains(mailbox);
    }

    /** Nobody mistypes a first letter, but colleagues of one surname differ in it. */
    private boolean isTypoOf(EmailAddress address) {
        return Math.min(mailbox.length(), address.mailbox.length()) >= LONG_ENOUGH_FOR_A_TYPO
                && mailbox.charAt(0) == address.mailbox.charAt(0)
                && Likeness.within(1, mailbox, address.mailbox);
    }

    private boolean isOtherFormOf(EmailAddress address) {
        return shortens(words, address.words)
                || shortens(address.words, words)
                || (words.size() == 2 && words.reversed().equals(address.words));
    }

    /** "sroe", "s.roe" or "samr" of "sam.roe". */
    private static boolean shortens(List<String> shorter, List<String> longer) {
        if (longer.size() != 2 || longer.get(1).length() < 3) {
            return false;
        }
        String bare = String.join("", shorter);
        return bare.equals(longer.get(0).charAt(0) + longer.get(1))
                || bare.equals(longer.get(0) + longer.get(1).charAt(0));
    }
}
