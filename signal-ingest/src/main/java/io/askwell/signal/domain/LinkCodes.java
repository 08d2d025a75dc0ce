package io.askwell.signal.domain;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The codes of referral links: {@code <target>-<referrer><check>}, both of the last 96 bits in base64url. The first stands for
 * the referrer under this target, and nobody can tell whom; the second shows that the code is one of ours. So the same referrer
 * always gets the same link, and a code is told from a forged one without keeping any.
 */
public final class LinkCodes {

    private static final int BYTES = 12;
    private static final int CHARACTERS = BYTES * 4 / 3;
    private static final int TAIL = 2 * CHARACTERS;

    private final Seal seal;

    public LinkCodes(Seal seal) {
        this.seal = seal;
    }

    /**
     * @param referrerKind customer or partner
     * @param referrerId any text without U+0000
     */
    public String code(String target, String referrerKind, String referrerId) {
        String referrer = stamp("referrer", target, referrerKind, referrerId);
        return target + "-" + referrer + check(target, referrer);
    }

    /** The name of the target to which a code leads; empty for a code that is not one of ours. */
    public Optional<String> target(String code) {
        int hyphen = code.length() - TAIL - 1;
        if (hyphen < 1 || code.charAt(hyphen) != '-') {
            return Optional.empty();
        }
        String target = code.substring(0, hyphen);
        String referrer = code.substring(hyphen + 1, hyphen + 1 + CHARACTERS);
        byte[] claimed = code.substring(hyphen + 1 + CHARACTERS).getBytes(US_ASCII);
        // In a time that does not tell how much of a forged check was right.
        boolean ours = MessageDigest.isEqual(claimed, check(target, referrer).getBytes(US_ASCII));
        return ours ? Optional.of(target) : Optional.empty();
    }

    private String check(String target, String referrer) {
        return stamp("check", target, referrer);
    }

    private String stamp(String... parts) {
        byte[] stamp = seal.of(String.join("\0", parts));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(stamp, BYTES));
    }
}
