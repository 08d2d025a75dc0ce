package io.askwell.schemas.leads;

import io.askwell.leads.v1.LeadReported;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The record key on the leads topic: one lead, one partition, without an address in the clear. Lower-case hex SHA-256 of
 * {@code email:<canonical>}, else {@code phone:<E.164>}, else {@code ext:<externalId>}, else {@code src:<source>/<id>};
 * for a link and a click on it the link code.
 */
public final class LeadKey {

    private LeadKey() {}

    public static String of(LeadReported lead) {
        if (lead.getClick() != null) {
            return lead.getClick().getLinkCode();
        }
        if (lead.getLink() != null) {
            return lead.getLink().getLinkCode();
        }
        return sha256(identity(lead));
    }

    private static String identity(LeadReported lead) {
        var personal = lead.getPersonal();
        if (personal != null) {
            Optional<String> email = ContactIdentity.canonicalEmail(personal.getEmail());
            if (email.isPresent()) {
                return "email:" + email.get();
            }
            String country =
                    lead.getSubmission() == null ? null : lead.getSubmission().getCountry();
            Optional<String> phone = ContactIdentity.phone(personal.getPhone(), country);
            if (phone.isPresent()) {
                return "phone:" + phone.get();
            }
        }
        return externalId(lead).map(id -> "ext:" + id).orElseGet(() -> "src:" + lead.getSource() + "/" + lead.getId());
    }

    private static Optional<String> externalId(LeadReported lead) {
        if (lead.getSubmission() != null) {
            return Optional.ofNullable(lead.getSubmission().getExternalId()).filter(id -> !id.isBlank());
        }
        return Optional.ofNullable(lead.getUpdate())
                .flatMap(update -> Optional.ofNullable(update.getExternalId()))
                .filter(id -> !id.isBlank());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
