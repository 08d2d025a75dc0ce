package io.askwell.schemas.leads;

import com.google.common.net.InternetDomainName;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The canonical forms by which two spellings of an address or a number are known to be the same. */
public final class ContactIdentity {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+");
    private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");

    private static final Pattern WEBSITE = Pattern.compile(
            "(?i)(?:[a-z][a-z0-9+.-]*:)?(?://)?(?:[^/?#@\\s]*@)?(?<host>[^/?#:@\\s]+?)\\.?(?::\\d*)?(?:[/?#].*)?",
            Pattern.DOTALL);
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*\\.[a-z][a-z0-9-]{0,62}");

    private ContactIdentity() {}

    /**
     * Lower case without a {@code +tag}; for Gmail also without dots in the local part, and googlemail is gmail. Only
     * the syntax is checked, not whether the domain can exist. Empty when the text is no address.
     */
    public static Optional<String> canonicalEmail(@Nullable String raw) {
        if (raw == null) {
            return Optional.empty();
        }
        String address = raw.strip().toLowerCase(Locale.ROOT);
        if (!ADDRESS.matcher(address).matches()) {
            return Optional.empty();
        }
        int at = address.indexOf('@');
        String local = address.substring(0, at);
        String domain = address.substring(at + 1);
        int tag = local.indexOf('+');
        if (tag > 0) {
            local = local.substring(0, tag);
        }
        if (GMAIL.contains(domain)) {
            local = local.replace(".", "");
            domain = "gmail.com";
        }
        return local.isEmpty() ? Optional.empty() : Optional.of(local + "@" + domain);
    }

    /**
     * The number in E.164. A national number is read by the lead's country (ISO 3166-1 alpha-2); without a country only
     * numbers that start with + are read. Empty when it is no possible number.
     */
    public static Optional<String> phone(@Nullable String raw, @Nullable String country) {
        if (raw == null) {
            return Optional.empty();
        }
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            var number = phones.parse(raw, country == null ? null : country.toUpperCase(Locale.ROOT));
            return phones.isPossibleNumber(number)
                    ? Optional.of(phones.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }

    /**
     * The part of a website's address that somebody registered, lower case and in ASCII: by the public suffix list, else the
     * last two labels, since reserved endings such as {@code .example} are on no list. Empty when there is no such name.
     */
    public static Optional<String> registrableDomain(@Nullable String website) {
        if (website == null) {
            return Optional.empty();
        }
        Matcher address = WEBSITE.matcher(website.strip());
        return address.matches()
                ? ascii(address.group("host")).flatMap(ContactIdentity::registrable)
                : Optional.empty();
    }

    /** Where a canonical address was registered. */
    public static Optional<String> registrableDomainOfEmail(String canonicalEmail) {
        return registrableDomain(canonicalEmail.substring(canonicalEmail.indexOf('@') + 1));
    }

    private static Optional<String> ascii(String host) {
        try {
            String name = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return HOST.matcher(name).matches() ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    private static Optional<String> registrable(String host) {
        if (InternetDomainName.isValid(host)) {
            InternetDomainName name = InternetDomainName.from(host);
            if (name.isUnderPublicSuffix()) {
                return Optional.of(name.topPrivateDomain().toString());
            }
            if (name.isPublicSuffix()) {
                return Optional.empty();
            }
        }
        String[] labels = host.split("\\.", -1);
        return Optional.of(labels[labels.length - 2] + "." + labels[labels.length - 1]);
    }
}
