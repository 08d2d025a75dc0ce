package io.askwell.attribution.domain.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * @param mailbox what stands before the at sign
 * @param domain behind it
 */
public record EmailAddress(String mailbox, String domain) implements FieldValue {

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
            "post");

    private static final int TELLING = 4;
    private static final int LONG_ENOUGH_FOR_A_TYPO = 5;

    static Optional<FieldValue> read(String raw) {
        return parse(raw).map(FieldValue.class::cast);
    }

    /** What has no single at sign in its midst is no address. */
    static Optional<EmailAddress> parse(String raw) {
        String folded = Folding.of(raw).replace(" ", "").toLowerCase(Locale.ROOT);
        int at = folded.indexOf('@');
        boolean whole = at > 0 && at < folded.length() - 1 && folded.indexOf('@', at + 1) < 0;
        return whole
                ? Optional.of(new EmailAddress(folded.substring(0, at), folded.substring(at + 1)))
                : Optional.empty();
    }

    /**
     * Very alike: one typo at one domain. Alike: one person's mailbox at two domains, or two ways to write a mailbox at one. Partly: different,
     * but one of them at a provider for everybody, as people have beside that of their work. Different: two mailboxes of one domain, or of two
     * firms.
     */
    @Override
    public Level comparedWith(FieldValue other) {
        if (!(other instanceof EmailAddress address)) {
            throw FieldValue.otherKind(this, other);
        }
        boolean sameDomain = domain.equals(address.domain);
        if (sameDomain && mailbox.equals(address.mailbox)) {
            return Level.EXACT;
        }
        if (isTypoOf(address, sameDomain)) {
            return Level.VERY_ALIKE;
        }
        if (isPersonal() && address.isPersonal() && (letters().equals(address.letters()) || isShortFormOf(address))) {
            return Level.ALIKE;
        }
        boolean oneIsPrivate = isFree() != address.isFree();
        return oneIsPrivate ? Level.PARTLY : Level.DIFFERENT;
    }

    @Override
    public List<String> codes() {
        return isPersonal()
                ? List.of(mailbox + "@" + domain, letters(), "@" + domain)
                : List.of(mailbox + "@" + domain, "@" + domain);
    }

    boolean isFree() {
        return FreeDomains.contains(domain);
    }

    /** Whether the mailbox may tell one person from another. */
    boolean isPersonal() {
        return letters().length() >= TELLING && !ROLES.contains(mailbox);
    }

    /** The mailbox without separators and figures, its words sorted, so that "sam.roe" is "roe_sam1". */
    String letters() {
        return Arrays.stream(mailbox.split("[^\\p{L}\\p{M}]+")).sorted().collect(Collectors.joining());
    }

    private boolean isTypoOf(EmailAddress address, boolean sameDomain) {
        if (sameDomain) {
            return Math.min(mailbox.length(), address.mailbox.length()) >= LONG_ENOUGH_FOR_A_TYPO
                    && Likeness.within(1, mailbox, address.mailbox);
        }
        return mailbox.equals(address.mailbox) && Likeness.within(1, domain, address.domain);
    }

    /** "sroe", "s.roe" or "samr" of "sam.roe". */
    private boolean isShortFormOf(EmailAddress address) {
        return shortens(mailbox, address.mailbox) || shortens(address.mailbox, mailbox);
    }

    private static boolean shortens(String shorter, String longer) {
        String[] parts = longer.split("[._-]", -1);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].length() < 3) {
            return false;
        }
        String bare = shorter.replaceAll("[._-]", "");
        return bare.equals(parts[0].charAt(0) + parts[1]) || bare.equals(parts[0] + parts[1].charAt(0));
    }
}
