package io.askwell.attribution.domain.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead works, as far as company, website and address tell. They are one value because they say one thing: three agreements of colleagues
 * must not count three times.
 *
 * @param domains of the website and of the address, none of them free
 */
public record Organisation(@Nullable CompanyName company, Set<String> domains) implements FieldValue {

    private static final int TELLING_LABEL = 4;

    public Organisation {
        domains = Set.copyOf(domains);
    }

    static Optional<Organisation> of(@Nullable String company, @Nullable String website, @Nullable EmailAddress email) {
        CompanyName name = company == null ? null : CompanyName.parse(company).orElse(null);
        List<String> domains = new ArrayList<>();
        if (website != null && !website.isBlank()) {
            domains.add(Folding.of(website));
        }
        if (email != null) {
            domains.add(email.domain());
        }
        domains.removeIf(FreeDomains::contains);
        return name == null && domains.isEmpty()
                ? Optional.empty()
                : Optional.of(new Organisation(name, Set.copyOf(domains)));
    }

    /**
     * Exact: one domain, and no two names that differ. Very alike: one domain under two names, or one name that no domain contradicts. Alike: one
     * name at two domains, a name very alike, or a domain that spells the name. Partly: as look-alikes are.
     */
    @Override
    public Level comparedWith(FieldValue other) {
        if (!(other instanceof Organisation organisation)) {
            throw FieldValue.otherKind(this, other);
        }
        Level names = names(organisation);
        if (sharesDomain(organisation)) {
            return names.agrees() || !names.speaks() ? Level.EXACT : Level.VERY_ALIKE;
        }
        boolean contradicted = !domains.isEmpty() && !organisation.domains.isEmpty();
        if (names.speaks() && names != Level.DIFFERENT) {
            return contradicted || names != Level.EXACT ? doubted(names) : Level.VERY_ALIKE;
        }
        if (spells(organisation) || organisation.spells(this)) {
            return Level.ALIKE;
        }
        return names.speaks() || contradicted ? Level.DIFFERENT : Level.MISSING;
    }

    @Override
    public List<String> codes() {
        List<String> codes = new ArrayList<>();
        domains.stream().sorted().map(domain -> "@" + domain).forEach(codes::add);
        labels().forEach(codes::add);
        if (company != null) {
            codes.add(company.squeezed());
            codes.add(NameWord.of(company.words().getFirst()).sound());
        }
        return codes.stream().distinct().toList();
    }

    /** What each domain is called, without its ending. */
    List<String> labels() {
        return domains.stream().map(Organisation::label).sorted().distinct().toList();
    }

    private Level names(Organisation organisation) {
        return company == null || organisation.company == null
                ? Level.MISSING
                : company.comparedWith(organisation.company);
    }

    private static Level doubted(Level names) {
        return names.compareTo(Level.VERY_ALIKE) <= 0 ? Level.ALIKE : Level.PARTLY;
    }

    private boolean sharesDomain(Organisation organisation) {
        return domains.stream()
                .anyMatch(mine -> organisation.domains.stream()
                        .anyMatch(theirs ->
                                mine.equals(theirs) || mine.endsWith("." + theirs) || theirs.endsWith("." + mine)));
    }

    /** Whether a domain of this one has the name of the other, or of one of its domains. */
    private boolean spells(Organisation organisation) {
        String name = organisation.company == null ? "" : organisation.company.squeezed();
        List<String> theirs = organisation.labels();
        return labels().stream()
                .filter(label -> label.length() >= TELLING_LABEL)
                .anyMatch(label -> label.replace("-", "").equals(name) || theirs.contains(label));
    }

    private static String label(String domain) {
        String[] parts = domain.split("\\.", -1);
        // Of "acme.co.uk" and "www.acme.com" the longest part but the last is the name.
        String longest = parts[0];
        for (int i = 1; i < parts.length - 1; i++) {
            longest = parts[i].length() > longest.length() ? parts[i] : longest;
        }
        return longest;
    }
}
