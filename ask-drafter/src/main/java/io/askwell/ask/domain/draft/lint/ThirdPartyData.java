package io.askwell.ask.domain.draft.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Nobody else's data: no address, number or profile but the customer's and the owner's own, and no person or company by
 * name but the customer, the owner and the peer whom the customer mentioned. Names are found where a sentence says something
 * of a person: an introduction to them, who they work for, a title before them, a legal form behind them.
 */
record ThirdPartyData() implements LintRule {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![^\\s@<>()\\[\\],;:\"])[^\\s@<>()\\[\\],;:\"]+\\s?(?:@|[\\[(]\\s?at\\s?[\\])]|\\s(?i:at)\\s(?=[\\w-]+\\s?(?i:dot)\\s))\\s?[^\\s@<>()\\[\\],;:\"]+(?:\\.|\\s?[\\[(]?\\s?(?i:dot)\\s?[\\])]?\\s?)\\p{L}{2,}");
    private static final Pattern HANDLE = Pattern.compile("(?<![\\w.@])@[A-Za-z_]\\w{2,}|(?i:linkedin\\.com/in/\\S+)");
    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\p{L}\\d.,])(?:\\+\\s?|\\()?\\d(?:[ ().\\/-]{0,3}\\d){6,17}(?![\\d,]|\\.\\d)");
    private static final Pattern NO_PHONE = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}(?:\\D.*)?|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|(?:19|20)\\d{2} ?[-/] ?(?:19|20)\\d{2}");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("\\d+");
    private static final Pattern STREET = Pattern.compile(
            "\\b\\d{1,5} (?:\\p{Lu}\\p{L}+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Boulevard|Blvd|Drive|Square)\\b");

    private static final String NAME =
            "\\p{Lu}[\\p{L}'-]*\\p{L}(?: (?:(?:van|von|de|der|di|da|bin|al) ){0,5}\\p{Lu}[\\p{L}'.-]*){0,5}";
    private static final List<Pattern> NAMED = List.of(
            Pattern.compile(
                    "\\b(?i:your (?:\\w+ )?(?:colleague|friend|boss|manager|partner|peer|contact|supplier|assistant|ceo|cfo|coo|cto|wife|husband|brother|sister)"
                            + "|(?:our|another|other) (?:\\w+ )?(?:client|customer|partner|user)),? (" + NAME + ")"),
            Pattern.compile("\\b(?i:mr|mrs|ms|miss|dr|prof)\\.? (" + NAME + ")"),
            Pattern.compile(
                    "(\\p{Lu}[\\p{L}&'-]*(?: (?:& |and )?\\p{Lu}[\\p{L}&'-]*){0,5}),? (?:Inc|Ltd|Limited|LLC|LLP|GmbH|AG|SE|Corp|Corporation|PLC|plc|S\\.?A|SAS|SARL|B\\.?V|N\\.?V|Oy|AB|A/S|Pty|KG|Co)\\b"),
            Pattern.compile(
                    "\\b(?i:(?:introduc\\w+|intros?|connect\\w*|refer\\w*|recommend\\w*|mention\\w*)(?: (?:me|us|our team|askwell))?(?: back)? (?:to|with)|in touch with|reach out to"
                            + "|(?:speak|spoke|talk|talked|chat|chatted|spoken) (?:to|with)|(?:do|did) you (?:\\w+ )?know|such as|(?:companies|customers|firms|teams|people|someone|somebody) like"
                            + "|meet(?: with)?|contact|call|e-?mail|text|message) (" + NAME + ")"),
            Pattern.compile(
                    "(\\p{Lu}[\\p{L}'-]+ \\p{Lu}[\\p{L}'-]+),? (?:from|at|of|with|who works (?:at|for)|(?:the )?(?:CEO|CFO|COO|CTO|VP|head|director|manager|owner|founder)(?: of| at)) (?:the )?(?=\\p{Lu})"),
            Pattern.compile(
                    "(\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+)?)(?: (?:has|have|had|is|was|are|were) (?:told|struggling|unhappy|having|looking|using|leaving|paying|complaining|complained|been)| (?:told|said|complained|struggles|mentioned|pays|paid|suffers|left|fired|hired|uses|chose|churned|earns|spends|lost)) "));

    /** Words that begin with a capital and are no names, and who is speaking. */
    private static final Set<String> NO_NAMES = Set.copyOf(Arrays.asList(
            ("i i'm i'd i'll i've we we're we've you you're your yours he she it it's they them their this that these those the a an and or but if so as who what which when where why how "
                            + "one someone somebody anyone anybody everyone everybody nobody something people person persons peers peer colleagues others another other any all most many each every our us me my his her "
                            + "head heads chief ceo cfo coo cto cio cmo ciso cro vp svp evp md hr it pr director directors manager managers operations finance marketing sales procurement purchasing engineering legal customer customers product support success president founder founders owner owners board team teams department office it's "
                            + "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter "
                            + "linkedin slack teams zoom whatsapp outlook google askwell hi hello dear thanks thank best kind warm regards yes no please nothing everything there here today yesterday now")
                    .split(" ")));

    @Override
    public String name() {
        return "third_party_data";
    }

    @Override
    public Stream<String> brokenBy(Passage passage) {
        Set<String> known = words(
                Stream.concat(passage.recipient().known().stream().map(PlainText::of), passage.evidence().stream()));
        return Stream.of(
                        addresses(passage),
                        numbers(passage),
                        matches(STREET, passage.text()),
                        names(passage.ours(), known))
                .flatMap(found -> found);
    }

    /** As written and not only in our words: a success may hold an address that must not travel on. */
    private static Stream<String> addresses(Passage passage) {
        return Stream.concat(
                        matches(ADDRESS, passage.text()),
                        matches(HANDLE, ADDRESS.matcher(passage.text()).replaceAll(" ")))
                .map(address -> address.replaceAll("[.]+$", ""))
                .filter(address -> !isOwn(address, passage.recipient()));
    }

    private static boolean isOwn(String address, Recipient recipient) {
        return recipient.known().stream()
                .map(PlainText::of)
                .anyMatch(own -> own.equalsIgnoreCase(address)
                        || address.toLowerCase(Locale.ROOT).startsWith(own.toLowerCase(Locale.ROOT) + "@"));
    }

    private static Stream<String> numbers(Passage passage) {
        var stated = Numbers.in(passage.evidence());
        return matches(DIGITS, passage.text())
                .filter(digits -> !NO_PHONE.matcher(digits).matches())
                .filter(digits -> !(PLAIN_NUMBER.matcher(digits).matches() && stated.support(digits)));
    }

    private static Stream<String> names(String ours, Set<String> known) {
        return NAMED.stream()
                .flatMap(pattern -> pattern.matcher(ours).results())
                .map(named -> named.group(1))
                .filter(name -> !Arrays.stream(name.split("[ ]"))
                        .map(ThirdPartyData::word)
                        .allMatch(word -> NO_NAMES.contains(word) || known.contains(word)));
    }

    private static Set<String> words(Stream<String> texts) {
        return texts.flatMap(text -> Arrays.stream(text.split("[\\s,@]+")))
                .map(ThirdPartyData::word)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String word(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("'s$|[^\\p{L}\\p{N}']", "");
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).map(String::strip);
    }
}
