package io.askwell.attribution.domain.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The blocking keys of a lead. Each joins two things, so that no typo, no move to another company and no missing value alone breaks all of
 * them: who (sounds of the name, or of a mailbox that spells one) with where (domain, company) or with the end of the telephone; and alone what
 * tells enough by itself.
 */
final class LeadKeys {

    static final int MOST = 48;

    private static final int MOST_WORDS = 4;
    private static final int BEGINNING = 6;

    private final Set<String> keys = new LinkedHashSet<>();
    private final @Nullable PersonName name;
    private final @Nullable EmailAddress email;
    private final @Nullable PhoneNumber phone;
    private final @Nullable Organisation organisation;

    private LeadKeys(LeadProfile lead) {
        MatchRecord values = LeadMatcher.recordOf(lead);
        name = values.at(1) instanceof PersonName read ? read : null;
        organisation = values.at(0) instanceof Organisation read ? read : null;
        email = values.at(2) instanceof EmailAddress read ? read : null;
        phone = values.at(3) instanceof PhoneNumber read ? read : null;
    }

    static List<String> of(LeadProfile lead) {
        LeadKeys keys = new LeadKeys(lead);
        keys.addAll();
        return keys.keys.stream().limit(MOST).toList();
    }

    private void addAll() {
        if (email != null) {
            keys.add("address|" + email.mailbox() + "@" + email.domain());
            if (email.isPersonal()) {
                keys.add("mailbox|" + String.join("", email.words()));
            }
        }
        if (phone != null) {
            keys.add("phone|" + phone.digits());
        }
        if (name != null && name.words().size() > 1) {
            addNames(name.first(), name.last());
        }
        if (organisation != null) {
            addWholePlaces(organisation);
        }
        for (String who : people()) {
            places().forEach(where -> keys.add("at|" + where + "|" + who));
        }
    }

    /**
     * Both sounds, whichever comes first, and each with the first letter of the other, which outlives most typos, initials and short forms; and
     * the mailboxes that are made of them.
     */
    private void addNames(NameWord one, NameWord other) {
        keys.add("name|" + String.join("+", new TreeSet<>(List.of(one.sound(), other.sound()))));
        keys.add("name|" + one.sound() + "+" + other.plain().charAt(0));
        keys.add("name|" + other.sound() + "+" + one.plain().charAt(0));
        keys.add("mailbox|" + one.plain() + other.plain());
        keys.add("mailbox|" + one.plain().charAt(0) + other.plain());
    }

    /** Enough by themselves where few leads work, and where a name is missing or past recognition. */
    private void addWholePlaces(Organisation place) {
        place.labels().forEach(label -> keys.add("in|" + label));
        if (place.company() != null) {
            keys.add("in|" + place.company().squeezed());
        }
    }

    /** How the person may be called: the words of the name and how a mailbox joins them, or the words of the mailbox. */
    private Collection<String> people() {
        Set<String> people = new LinkedHashSet<>();
        if (name != null) {
            name.words().stream()
                    .filter(word -> word.plain().length() > 1)
                    .limit(MOST_WORDS)
                    .forEach(word -> people.add(word.sound()));
            people.add(NameWord.of(name.first().plain().charAt(0) + name.last().plain())
                    .sound());
        } else if (email != null && email.isPersonal()) {
            email.words().stream()
                    .limit(MOST_WORDS)
                    .forEach(word -> people.add(NameWord.of(word).sound()));
        }
        return people;
    }

    /** Where the person may be found, as far as typos and short forms leave it. */
    private List<String> places() {
        List<String> places = new ArrayList<>();
        if (organisation != null) {
            organisation.labels().forEach(label -> places.add(beginning(label)));
            CompanyName company = organisation.company();
            if (company != null) {
                places.add(beginning(company.squeezed()));
                places.add("~" + NameWord.of(company.words().getFirst()).sound());
            }
        }
        if (phone != null) {
            places.add("…" + phone.digits().substring(phone.digits().length() - 4));
        }
        return places.stream().distinct().toList();
    }

    private static String beginning(String word) {
        return word.substring(0, Math.min(BEGINNING, word.length()));
    }
}
