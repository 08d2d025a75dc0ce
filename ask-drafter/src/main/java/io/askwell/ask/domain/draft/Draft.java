package io.askwell.ask.domain.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text that is to be approved.
 *
 * @param version 1 and up; an edit makes the next
 * @param variant which wording of the template
 * @param writtenBy {@code template}, or the person who edited
 * @param quoted the customer's own words, names and numbers, which the text may use; they are no claim or promise of ours
 * @param pickedBy the person who chose the template; null when nobody did
 */
public record Draft(
        int version,
        Template template,
        String variant,
        String subject,
        String body,
        String writtenBy,
        List<String> quoted,
        @Nullable String pickedBy) {

    public static final String BY_TEMPLATE = "template";

    public Draft {
        quoted = List.copyOf(quoted);
    }

    public Draft edited(String newSubject, String newBody, String editor) {
        return new Draft(version + 1, template, variant, newSubject, newBody, editor, quoted, pickedBy);
    }

    /** The next version, written anew from a template that a person picked. */
    public Draft followedBy(Draft anew, String picker) {
        return new Draft(
                version + 1, anew.template, anew.variant, anew.subject, anew.body, anew.writtenBy, anew.quoted, picker);
    }

    public boolean says(String otherSubject, String otherBody) {
        return subject.equals(otherSubject) && body.equals(otherBody);
    }

    /** Lower-case hex SHA-256 of subject, newline, body: the text that left is the text that was approved. */
    public String textHash() {
        try {
            byte[] text = (subject + "\n" + body).getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
