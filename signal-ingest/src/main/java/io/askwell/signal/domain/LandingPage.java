package io.askwell.signal.domain;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** The page to which a referral link leads. */
public record LandingPage(URI address) {

    private static final Pattern SAYS_CLICK = Pattern.compile("(.*&)?click(=.*|&.*)?");

    /** @throws IllegalArgumentException saying what is wrong with the address */
    static LandingPage of(String text) {
        URI address = URI.create(text);
        if (address.getScheme() == null
                || !address.getScheme().toLowerCase(Locale.ROOT).equals("https")
                || address.getHost() == null
                || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("must be an https:// address of a host, without a user");
        }
        if (address.getRawQuery() != null
                && SAYS_CLICK.matcher(address.getRawQuery()).matches()) {
            throw new IllegalArgumentException("must not say click= itself, which names the click");
        }
        return new LandingPage(address);
    }

    /** The address with the click, which the form on the page gives back, behind its own query and before its fragment. */
    public URI after(String clickId) {
        String query = address.getRawQuery();
        String fragment = address.getRawFragment();
        String whole = address.toString();
        String page = fragment == null ? whole : whole.substring(0, whole.length() - fragment.length() - 1);
        String separator = query == null ? "?" : query.isEmpty() ? "" : "&";
        return URI.create(page + separator + "click=" + clickId + (fragment == null ? "" : "#" + fragment));
    }
}
