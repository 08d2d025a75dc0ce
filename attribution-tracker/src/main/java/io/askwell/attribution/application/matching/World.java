package io.askwell.attribution.application.matching;

import io.askwell.attribution.application.matching.Company.MailboxStyle;
import io.askwell.attribution.application.matching.WordLists.Country;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Companies and people as leads come from, with what makes them hard to tell apart: companies that sound alike and are not, daughters with the
 * mother's name in another country, families in one company, people with one name in different ones.
 */
final class World {

    private static final double SOUNDS_LIKE_ANOTHER = 0.12;
    private static final double DAUGHTER = 0.08;
    private static final double NAMED_AFTER_ITS_OWNER = 0.25;
    private static final double RELATIVE = 0.03;
    private static final double NAMESAKE = 0.01;
    private static final double DOUBLE_SURNAME = 0.05;
    private static final double COMMON_SURNAME = 0.5;
    private static final double FOREIGNER = 0.1;
    private static final double WORD_OF_THE_LISTS = 0.1;
    private static final int PEOPLE_OF_A_COMPANY = 5;

    private final Chance chance;
    private final WordLists words;
    private final List<Company> companies = new ArrayList<>();
    private final Set<String> domains = new HashSet<>();
    private final Set<String> addresses = new HashSet<>();
    private final List<Person> people = new ArrayList<>();

    World(Chance chance, WordLists words) {
        this.chance = chance;
        this.words = words;
    }

    /** Somebody new, now and then at a new company. */
    Person nextPerson() {
        if (companies.isEmpty() || chance.happens(1.0 / PEOPLE_OF_A_COMPANY)) {
            companies.add(nextCompany());
        }
        Company company = chance.happens(0.7) ? companies.getLast() : chance.oneOf(companies);
        Person person = person(company);
        people.add(person);
        return person;
    }

    Company someCompany() {
        return chance.oneOf(companies);
    }

    /** The same person somewhere else; what is private stays. */
    Person moved(Person person) {
        Company company = someCompany();
        return new Person(
                person.number(),
                person.given(),
                person.surname(),
                company,
                company.address(person.given(), person.surname()),
                person.privateAddress(),
                company.office() + chance.digits(3),
                person.mobile(),
                chance.happens(0.5) ? person.title() : chance.oneOf(words.titles()));
    }

    private Person person(Company company) {
        Country home = chance.happens(FOREIGNER) ? chance.oneOf(words.countries()) : company.country();
        String given = chance.commonOneOf(home.givenNames());
        String surname = surname(home);
        if (!people.isEmpty()
                && chance.happens(RELATIVE)
                && people.getLast().company().equals(company)) {
            surname = people.getLast().surname();
        } else if (!people.isEmpty() && chance.happens(NAMESAKE)) {
            Person other = chance.oneOf(people);
            given = other.given();
            surname = other.surname();
        } else if (chance.happens(DOUBLE_SURNAME)) {
            surname = surname + "-" + surname(home);
        }
        return new Person(
                people.size(),
                given,
                surname,
                company,
                unused(company.address(given, surname)),
                unused(Spelling.plain(given) + separator() + Spelling.plain(surname) + privateFigures() + "@"
                        + chance.commonOneOf(words.freeDomains())),
                company.office() + chance.digits(3),
                "+" + company.country().diallingCode() + "7" + chance.digits(8),
                chance.commonOneOf(words.titles()));
    }

    /** As in most countries, the common surnames are those of the few: half of all are rare, made of the halves of two. */
    private String surname(Country country) {
        String one = chance.commonOneOf(country.surnames());
        if (chance.happens(COMMON_SURNAME)) {
            return one;
        }
        String other = chance.oneOf(country.surnames());
        return one.substring(0, (one.length() + 1) / 2)
                + other.substring(other.length() / 2).strip();
    }

    private Company nextCompany() {
        if (!companies.isEmpty() && chance.happens(DAUGHTER)) {
            Company mother = chance.oneOf(companies);
            Country country = chance.oneOf(words.countries());
            return company(mother.name(), country);
        }
        if (!companies.isEmpty() && chance.happens(SOUNDS_LIKE_ANOTHER)) {
            Company other = chance.oneOf(companies);
            return company(lookAlike(other.name()), other.country());
        }
        Country country = chance.commonOneOf(words.countries());
        String first = chance.happens(NAMED_AFTER_ITS_OWNER) ? surname(country) : madeUp();
        return company(chance.happens(0.1) ? first : first + " " + chance.oneOf(words.sectors()), country);
    }

    private Company company(String name, Country country) {
        String office = "+" + country.diallingCode() + (2 + chance.below(7)) + chance.digits(6);
        return new Company(
                name,
                chance.commonOneOf(country.legalForms()),
                country,
                domain(name, country),
                office,
                chance.commonOneOf(List.of(MailboxStyle.values())));
    }

    /** A word of the lists, or two syllables of two of them, so that there are as many names as in the world. */
    private String madeUp() {
        String one = chance.happens(0.6) ? chance.oneOf(words.invented()) : chance.oneOf(words.places());
        if (chance.happens(WORD_OF_THE_LISTS)) {
            return one;
        }
        String other = chance.oneOf(words.invented());
        return one.substring(0, Math.min(4, one.length())) + other.substring(Math.max(1, other.length() - 4));
    }

    /** Another trade under the same first word, or a letter more or less. */
    private String lookAlike(String name) {
        int space = name.indexOf(' ');
        if (space > 0 && chance.happens(0.7)) {
            return name.substring(0, space) + " " + chance.oneOf(words.sectors());
        }
        return new Typos(chance).in(name) + (space > 0 ? "" : " " + chance.oneOf(words.sectors()));
    }

    private String domain(String name, Country country) {
        String label = Spelling.plain(name);
        String ending = chance.happens(0.5) ? ".com" : "." + country.code().toLowerCase(Locale.ROOT);
        String domain = label + ending;
        while (!domains.add(domain)) {
            domain = label + chance.digits(2) + ending;
        }
        return domain;
    }

    /** Nobody has the address of another. */
    private String unused(String address) {
        String free = address;
        while (!addresses.add(free)) {
            int at = address.indexOf('@');
            free = address.substring(0, at) + chance.digits(2) + address.substring(at);
        }
        return free;
    }

    private String separator() {
        return chance.oneOf(List.of(".", "", "_", "."));
    }

    private String privateFigures() {
        return chance.happens(0.4) ? chance.digits(2) : "";
    }
}
