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

    static final int MOST = 32;

    private final Set<String> keys = new LinkedHashSet<>();
    private final @Nullable PersonName name;
    private final @Nullable EmailAddress email;
    private final @Nullable PhoneNumber phone;
    private final @Nullable Organisation organisation;

    private LeadKeys(LeadProfile lead) {
        MatchRecord values = LeadMatcher.recordOf(lead);
        name = values.at(0) instanceof PersonName read ? read : null;
        organisation = values.at(1) instanceof Organisation read ? read : null;
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
                keys.add("mailbox|" + email.letters());
            }
        }
        if (phone != null) {
            keys.add("phone|" + phone.digits());
        }
        if (name != null) {
            keys.add("name|" + String.join("+", new TreeSet<>(sounds(name))));
        }
        for (String who : people()) {
            places().forEach(where -> keys.add("at|" + where + "|" + who));
        }
    }

    /** How the person may be called: of the name the outer words, of the mailbox its words. */
    private Collection<String> people() {
        Set<String> people = new LinkedHashSet<>();
        if (name != null) {
            people.addAll(sounds(name));
        }
        if (email != null && email.isPersonal()) {
            for (String word : email.mailbox().split("[^\\p{L}\\p{M}]+", 3)) {
                if (word.length() > 2) {
                    people.add(NameWord.of(word).sound());
                }
            }
        }
        return people.stream().limit(4).toList();
    }

    private List<String> places() {
        List<String> places = new ArrayList<>();
        if (organisation != null) {
            organisation.labels().stream().limit(2).forEach(label -> places.add(beginning(label)));
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

    private static Set<String> sounds(PersonName name) {
        Set<String> sounds = new LinkedHashSet<>();
        sounds.add(name.first().sound());
        sounds.add(name.last().sound());
        return sounds;
    }

    private static String beginning(String word) {
        String bare = word.replace("-", "");
        return bare.substring(0, Math.min(6, bare.length()));
    }
}
