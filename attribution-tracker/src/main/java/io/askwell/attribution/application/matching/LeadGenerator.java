package io.askwell.attribution.application.matching;

import io.askwell.attribution.domain.matching.LeadProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Leads as several referrers, forms and address books would write them down, with the truth who is who. The rates below are the whole error
 * model; they are told in the documentation of the benchmark. The same seed gives the same leads.
 */
final class LeadGenerator {

    private static final double SUBMITTED_AGAIN = 0.32;
    private static final double MOVED = 0.01;

    private static final double NAME_MISSING = 0.02;
    private static final double NAME_TYPO = 0.08;
    private static final double NICKNAME = 0.25;
    private static final double INITIAL = 0.04;
    private static final double SURNAME_FIRST = 0.05;
    private static final double MIDDLE_NAME = 0.05;
    private static final double NO_ACCENTS = 0.35;
    private static final double OTHER_CASE = 0.08;
    private static final double PART_OF_A_DOUBLE_NAME = 0.3;

    private static final double WORK_ADDRESS = 0.65;
    private static final double PRIVATE_ADDRESS = 0.13;
    private static final double ADDRESS_TYPO = 0.03;
    private static final double NO_PHONE = 0.40;
    private static final double SWITCHBOARD = 0.25;
    private static final double MOBILE = 0.25;
    private static final double PHONE_TYPO = 0.03;
    private static final double NO_COMPANY = 0.04;
    private static final double COMPANY_OTHERWISE = 0.5;
    private static final double COMPANY_TYPO = 0.06;
    private static final double COMPANY_SHORTENED = 0.05;
    private static final double NO_WEBSITE = 0.55;
    private static final double NO_TITLE = 0.4;
    private static final double OTHER_TITLE = 0.15;
    private static final double NO_COUNTRY = 0.2;

    private final Chance chance;
    private final WordLists words = WordLists.shipped();
    private final Map<String, List<String>> nicknames = words.nicknames();
    private final Typos typos;
    private final World world;
    private final long seed;

    LeadGenerator(long seed) {
        this.seed = seed;
        chance = new Chance(seed);
        typos = new Typos(chance);
        world = new World(chance, words);
    }

    /** So many leads, shuffled. */
    List<GeneratedLead> leads(int count) {
        List<GeneratedLead> leads = new ArrayList<>(count);
        while (leads.size() < count) {
            Person person = world.nextPerson();
            do {
                Person today = chance.happens(MOVED) ? world.moved(person) : person;
                leads.add(new GeneratedLead(person.number(), writtenDown(today)));
            } while (leads.size() < count && chance.happens(SUBMITTED_AGAIN));
        }
        Collections.shuffle(leads, new Random(seed));
        return List.copyOf(leads);
    }

    /** A form asks for an address or a telephone. */
    private LeadProfile writtenDown(Person person) {
        @Nullable String email = email(person);
        @Nullable String phone = email != null && chance.happens(NO_PHONE) ? null : phone(person);
        Company company = person.company();
        return new LeadProfile(
                email != null && chance.happens(NAME_MISSING) ? null : name(person),
                email,
                phone,
                chance.happens(NO_COMPANY) ? null : company(company),
                chance.happens(NO_WEBSITE) ? null : company.domain(),
                title(person),
                chance.happens(NO_COUNTRY) ? null : company.country().code());
    }

    private String name(Person person) {
        String given = given(person.given());
        String surname = surname(person.surname());
        if (chance.happens(NAME_TYPO)) {
            if (chance.happens(0.5)) {
                given = typos.in(given);
            } else {
                surname = typos.in(surname);
            }
        }
        String middle = chance.happens(MIDDLE_NAME) ? " " + (char) ('A' + chance.below(26)) + "." : "";
        String name = chance.happens(SURNAME_FIRST)
                ? surname + (chance.happens(0.6) ? ", " : " ") + given
                : given + middle + " " + surname;
        if (chance.happens(OTHER_CASE)) {
            name = chance.happens(0.5) ? name.toUpperCase(Locale.ROOT) : name.toLowerCase(Locale.ROOT);
        }
        if (chance.happens(NO_ACCENTS)) {
            name = chance.happens(0.3) ? Spelling.umlautsWrittenOut(name) : name;
            name = Spelling.withoutAccents(name);
        }
        return name;
    }

    private String given(String given) {
        if (chance.happens(INITIAL)) {
            return given.substring(0, 1) + ".";
        }
        List<String> called = nicknames.getOrDefault(given, List.of());
        return !called.isEmpty() && chance.happens(NICKNAME) ? chance.oneOf(called) : given;
    }

    private String surname(String surname) {
        int dash = surname.indexOf('-');
        return dash > 0 && chance.happens(PART_OF_A_DOUBLE_NAME) ? surname.substring(0, dash) : surname;
    }

    private @Nullable String email(Person person) {
        String email;
        if (chance.happens(WORK_ADDRESS)) {
            email = person.workAddress();
        } else if (chance.happens(PRIVATE_ADDRESS / (1 - WORK_ADDRESS))) {
            email = person.privateAddress();
        } else {
            return null;
        }
        int at = email.indexOf('@');
        return chance.happens(ADDRESS_TYPO) ? typos.in(email.substring(0, at)) + email.substring(at) : email;
    }

    private String phone(Person person) {
        String phone = person.direct();
        if (chance.happens(SWITCHBOARD)) {
            phone = person.company().switchboard();
        } else if (chance.happens(MOBILE / (1 - SWITCHBOARD))) {
            phone = person.mobile();
        }
        return chance.happens(PHONE_TYPO) ? "+" + typos.inDigits(phone.substring(1)) : phone;
    }

    private String company(Company company) {
        String name = chance.happens(COMPANY_OTHERWISE) ? chance.oneOf(company.otherNames()) : company.fullName();
        if (chance.happens(COMPANY_SHORTENED) && company.name().contains(" ")) {
            name = company.name().substring(0, company.name().indexOf(' '));
        }
        return chance.happens(COMPANY_TYPO) ? typos.in(name) : name;
    }

    private @Nullable String title(Person person) {
        if (chance.happens(NO_TITLE)) {
            return null;
        }
        return chance.happens(OTHER_TITLE) ? chance.oneOf(words.titles()) : person.title();
    }
}
