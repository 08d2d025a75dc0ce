package io.askwell.attribution.domain.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead works, as far as company, website and address tell. They are one value because they say one thing: three agreements of colleagues
 * must not count three times.
 *
 * @param domains of the website and of the address, none of them free, each once
 * @param labels what each domain is called, without its ending
 */
public record Organisation(@Nullable CompanyName company, List<String> domains, List<String> labels)
        implements FieldValue {

    private static final int TELLING_LABEL = 4;

    public Organisation {
        domains = List.copyOf(domains);
        labels = List.copyOf(labels);
    }

    /** @param website a host or its registrable domain */
    public static Optional<Organisation> of(
            @Nullable CompanyName name, @Nullable String website, @Nullable EmailAddress email) {
        List<String> domains = new ArrayList<>();
        if (website != null && !website.isBlank()) {
            domains.add(Folding.of(website));
        }
        if (email != null && !domains.contains(email.domain())) {
            domains.add(email.domain());
        }
        domains.removeIf(FreeDomains::contains);
        List<String> labels =
                domains.stream().map(Organisation::label).distinct().toList();
        return name == null && domains.isEmpty()
                ? Optional.empty()
                : Optional.of(new Organisation(name, domains, labels));
    }

    /**
     * Exact: one domain, and no two names that differ. Very alike: one domain under two names, or one name that no domain contradicts. Alike: one
     * name at two domains, a name very alike or shortened, or a domain that spells the name. Partly: as look-alikes are.
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
        Level level = contradicted ? contradicted(names) : doubted(names);
        if (!level.agrees() && (spells(organisation) || organisation.spells(this))) {
            return Level.ALIKE;
        }
        return level.speaks() || !contradicted ? level : Level.DIFFERENT;
    }

    @Override
    public List<String> codes() {
        List<String> codes = new ArrayList<>();
        domains.forEach(domain -> codes.add("@" + domain));
        codes.addAll(labels);
        if (company != null) {
            codes.add(company.squeezed());
            codes.add(NameWord.of(company.words().getFirst()).sound());
        }
        return codes.stream().distinct().toList();
    }

    private Level names(Organisation organisation) {
        return company == null || organisation.company == null
                ? Level.MISSING
                : company.comparedWith(organisation.company);
    }

    /** A name alone, without a domain on both sides. */
    private static Level doubted(Level names) {
        return switch (names) {
            case EXACT -> Level.VERY_ALIKE;
            case VERY_ALIKE, ALIKE -> Level.ALIKE;
            case PARTLY, DIFFERENT, MISSING -> names;
        };
    }

    private static Level contradicted(Level names) {
        return switch (names) {
            case EXACT -> Level.ALIKE;
            case VERY_ALIKE, ALIKE, PARTLY -> Level.PARTLY;
            case DIFFERENT, MISSING -> names;
        };
    }

    private boolean sharesDomain(Organisation organisation) {
        for (String mine : domains) {
            for (String theirs : organisation.domains) {
                if (mine.equals(theirs) || mine.endsWith("." + theirs) || theirs.endsWith("." + mine)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a domain of this one has the name of the other, or of one of its domains. */
    private boolean spells(Organisation organisation) {
        String name = organisation.company == null ? "" : organisation.company.squeezed();
        for (String label : labels) {
            if (label.length() >= TELLING_LABEL && (label.equals(name) || organisation.labels.contains(label))) {
                return true;
            }
        }
        return false;
    }

    /** Of "acme.co.uk" and "www.acme.com" the longest part but the last is the name. */
    private static String label(String domain) {
        List<String> parts = List.of(domain.split("\\.", -1));
        List<String> names = parts.size() > 1 ? parts.subList(0, parts.size() - 1) : parts;
        return Collections.max(names, (one, other) -> Integer.compare(one.length(), other.length()))
                .replace("-", "");
    }
}
