package io.askwell.attribution.domain.note;

import io.askwell.attribution.domain.matching.ComparableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds whom an English note names as referrer: after a phrase such as "referred by" an address, what looks like the id of a
 * customer, or a name of two to four words, with the company where the text gives one ("Dana Fox from Acme"). The same text
 * always gives the same mentions. Who is meant, if anybody is, only those can say who know the customers.
 */
public final class NoteReader {

    private static final int MOST_MENTIONS = 10;
    private static final int MOST_WORDS_OF_A_NAME = 4;
    private static final int MOST_WORDS_OF_A_COMPANY = 3;
    private static final int MOST_CHARACTERS_OF_AN_ID = 255;
    private static final int CLAUSE_BEFORE = 60;
    private static final int ABBREVIATION = 4;

    private static final Pattern CUE = pattern("\\b(?:"
            + "(?:referred|introduced|recommended|sent)(?:\\s+to\\s+(?:you|us))?(?:\\s+here)?\\s+by"
            + "|(?:referral|recommendation|introduction|intro)\\s+(?:by|from)"
            + "|heard\\s+(?:about|of)\\s+(?:you|us)\\s+(?:from|through)"
            + ")(?![\\p{L}\\p{N}])");

    private static final Pattern NEGATION = pattern("(?:\\b(?:not|never|neither|nor|without|no)|n['\u2019]t)"
            + "(?:[\\s\"\u201C]+[\\p{L}'\u2019]+){0,3}[\\s\"'\u201C\u2018]*$");

    private static final Pattern CLAUSE_END = pattern("[.,;:!?\\n()]");

    private static final Pattern LEAD_IN = pattern("[\\s\\p{Cf}\"'\u201C\u201D\u2018\u00AB<(\\[:#]*"
            + "(?:(?:our|my|your|the|an?|existing)\\s+)*"
            + "(?:(?:customer|client|friend|colleague|contact|user)(?:\\s+id)?[\\s:#]+)?"
            + "[\\s\\p{Cf}\"'\u201C\u201D\u2018\u00AB<(\\[]*");

    private static final Pattern ADDRESS =
            pattern("[^\\s@,;:<>()\\[\\]\"\u201C\u201D\u00AB\u00BB]++@[^\\s@,;:<>()\\[\\]\"\u201C\u201D\u00AB\u00BB]+");

    private static final Pattern ID = pattern("[^\\s@,;:!?<>()\\[\\]\"\u201C\u201D\u00AB\u00BB]+");

    private static final Pattern WORD = pattern("[\\s\\p{Cf}]*(?!(?:from|at|of|and|or|with|who)(?![\\p{L}\\p{N}]))"
            + "([\\p{L}][\\p{L}\\p{M}\\p{Cf}'\u2019\\-]*+\\.?)");

    private static final Pattern COMPANY = pattern("[\\s\\p{Cf}\"\u201D]*(?:(?:from|at|of)\\s+|\\()");

    private static final Pattern BRACKET = pattern("[\\s\\p{Cf}\"\u201D]*[<(\\[:]\\s*(?=[^\\s@>)\\]]++@)");

    private static final Pattern ANOTHER = pattern("[\\s\\p{Cf}\"\u201D>)\\]]*,?\\s*(?:and|or|&)\\s+");

    private final String note;
    private final BiFunction<String, Span, Optional<Candidate.Address>> addresses;
    private final List<Mention> mentions = new ArrayList<>();

    private NoteReader(String note, BiFunction<String, Span, Optional<Candidate.Address>> addresses) {
        this.note = note;
        this.addresses = addresses;
    }

    /** @param addresses what a text means that looks like an address; empty where it is none */
    public static List<Mention> mentions(String note, BiFunction<String, Span, Optional<Candidate.Address>> addresses) {
        var reader = new NoteReader(note, addresses);
        reader.read();
        return List.copyOf(reader.mentions);
    }

    private record Word(String text, Span span) {}

    private void read() {
        Matcher cue = CUE.matcher(note);
        int from = 0;
        while (mentions.size() < MOST_MENTIONS && cue.find(from)) {
            from = isDenied(cue.start()) ? cue.end() : mentionsBehind(cue.end());
        }
    }

    /** "Not referred by" in the same clause. */
    private boolean isDenied(int cue) {
        String before = note.substring(Math.max(0, cue - CLAUSE_BEFORE), cue);
        String[] clauses = CLAUSE_END.split(before, -1);
        return NEGATION.matcher(clauses[clauses.length - 1]).find();
    }

    /** @return where reading goes on */
    private int mentionsBehind(int cue) {
        int end = mentionAt(cue);
        Matcher another = at(ANOTHER, end);
        while (mentions.size() < MOST_MENTIONS && another.lookingAt()) {
            end = mentionAt(another.end());
            another = at(ANOTHER, end);
        }
        return end;
    }

    private int mentionAt(int from) {
        Matcher leadIn = at(LEAD_IN, from);
        int start = leadIn.lookingAt() ? leadIn.end() : from;
        int address = startOfAddress(start);
        Matcher found = at(ADDRESS, address);
        if (found.lookingAt()) {
            return addressAt(address, found.end());
        }
        List<Candidate> candidates = new ArrayList<>();
        int end = idAt(start, candidates);
        end = Math.max(end, personAt(start, candidates));
        if (!candidates.isEmpty()) {
            mentions.add(new Mention(candidates));
        }
        return end;
    }

    /** Behind a name in "Dana Fox <dana@fox.example>": the address says more. */
    private int startOfAddress(int start) {
        List<Word> words = words(start, MOST_WORDS_OF_A_NAME);
        if (words.isEmpty()) {
            return start;
        }
        Matcher bracket = at(BRACKET, words.getLast().span().end());
        return bracket.lookingAt() ? bracket.end() : start;
    }

    private int addressAt(int start, int end) {
        Span span = withoutStops(start, end);
        addresses
                .apply(note.substring(span.start(), span.end()), span)
                .ifPresent(address -> mentions.add(new Mention(List.of(address))));
        return end;
    }

    /** Without a figure it is a word like any other, and customers may be called like one. */
    private int idAt(int start, List<Candidate> candidates) {
        Matcher id = at(ID, start);
        if (!id.lookingAt()) {
            return start;
        }
        Span span = withoutStops(start, id.end());
        String text = note.substring(span.start(), span.end());
        if (text.length() > MOST_CHARACTERS_OF_AN_ID || text.chars().noneMatch(Character::isDigit)) {
            return start;
        }
        candidates.add(new Candidate.CustomerId(text, span));
        return span.end();
    }

    private int personAt(int start, List<Candidate> candidates) {
        List<Word> words = words(start, MOST_WORDS_OF_A_NAME);
        if (words.isEmpty()) {
            return start;
        }
        int end = words.getLast().span().end();
        List<String> companies = companiesAt(end);
        for (int count = words.size(); count > 1; count--) {
            Span span = new Span(
                    words.getFirst().span().start(), words.get(count - 1).span().end());
            ComparableName.ofPerson(note.substring(span.start(), span.end()))
                    .ifPresent(name -> candidates.add(new Candidate.Person(name, companies, span)));
        }
        return words.size() > 1 ? end : start;
    }

    /** "At dinner" is no company: where a script has capitals, a company begins with one. */
    private List<String> companiesAt(int from) {
        Matcher company = at(COMPANY, from);
        if (!company.lookingAt()) {
            return List.of();
        }
        List<Word> words = words(company.end(), MOST_WORDS_OF_A_COMPANY);
        if (words.isEmpty() || Character.isLowerCase(words.getFirst().text().codePointAt(0))) {
            return List.of();
        }
        List<String> companies = new ArrayList<>();
        for (int count = words.size(); count > 0; count--) {
            ComparableName.ofCompany(note.substring(
                            words.getFirst().span().start(),
                            words.get(count - 1).span().end()))
                    .ifPresent(companies::add);
        }
        return companies.stream().distinct().toList();
    }

    /** Up to the first punctuation; a full stop is one unless it shortens a word, as in "Dr." */
    private List<Word> words(int from, int atMost) {
        List<Word> words = new ArrayList<>();
        Matcher word = at(WORD, from);
        while (words.size() < atMost && word.lookingAt()) {
            boolean stopped = word.group(1).endsWith(".");
            boolean shortened = stopped && word.group(1).length() < ABBREVIATION;
            Span span = new Span(word.start(1), stopped ? word.end(1) - 1 : word.end(1));
            words.add(new Word(note.substring(span.start(), span.end()), span));
            if (stopped && !shortened) {
                break;
            }
            word = at(WORD, word.end());
        }
        return words;
    }

    private Span withoutStops(int start, int end) {
        int last = end;
        while (last > start && ".!?'\u2019".indexOf(note.charAt(last - 1)) >= 0) {
            last--;
        }
        return new Span(start, last);
    }

    private Matcher at(Pattern pattern, int from) {
        return pattern.matcher(note).region(Math.min(from, note.length()), note.length());
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
