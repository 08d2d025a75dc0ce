package io.askwell.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attribution.domain.note.Candidate;
import io.askwell.attribution.domain.note.NoteReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Facts about one lead and the links that lead to it, rulings, and what must follow. What is not said under {@code then} is not
 * looked at, and who is no customer is said only where it matters.
 */
record Scenario(
        @Nullable List<CustomerFact> customers,
        List<SubmissionFact> submissions,
        @Nullable List<LinkMadeFact> links,
        @Nullable List<ClickFact> clicks,
        @Nullable List<UpdateFact> updates,
        @Nullable List<RulingFact> rulings,
        @Nullable List<ListFact> lists,
        @Nullable List<String> hurried,
        @Nullable String appeal,
        Expectation then) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What the signals of a customer amount to. */
    record CustomerFact(
            String id,
            @Nullable Instant since,
            @Nullable String contactName,
            @Nullable String email,
            @Nullable String company) {

        CustomerProfile fact() {
            return new CustomerProfile(
                    id,
                    1,
                    since == null ? Facts.NOON.minus(Duration.ofDays(400)) : since,
                    contactName,
                    email,
                    email == null ? null : email.substring(email.indexOf('@') + 1),
                    company);
        }
    }

    /** @param referrer the identities of the one who is named, for example {@code [customer C-100, link L-1]} */
    record SubmissionFact(
            String id,
            @Nullable Instant at,
            @Nullable Channel channel,
            @Nullable List<String> referrer,
            @Nullable String clickId,
            @Nullable Boolean self,
            @Nullable String campaign,
            @Nullable IntroductionBasis basis,
            @Nullable String name,
            @Nullable String company,
            @Nullable String note,
            @Nullable String askId,
            @Nullable String correlationId,
            @Nullable String email,
            @Nullable String emailDomain,
            @Nullable String referrerDomain) {

        Submission fact() {
            LeadIdentity identity = email == null ? Facts.SAM : new LeadIdentity(email, null);
            return new Submission(
                    new FactId("form", id),
                    at == null ? Facts.NOON : at,
                    identity,
                    new Lead(name, identity.email(), null, company, null),
                    referrer == null
                            ? List.of()
                            : referrer.stream().map(Scenario::referrer).toList(),
                    Boolean.TRUE.equals(self),
                    new SourcePath(
                            channel == null ? Channel.FORM : channel,
                            null,
                            clickId,
                            campaign == null ? null : new SourcePath.Utm(null, null, campaign)),
                    basis == null ? IntroductionBasis.ADVOCATE_INTRODUCED : basis,
                    askId,
                    correlationId,
                    note == null
                            ? List.of()
                            : NoteReader.mentions(
                                    note,
                                    (address, span) -> Optional.of(new Candidate.Address(
                                            Referrer.email(address).id(),
                                            address.substring(address.indexOf('@') + 1),
                                            span))),
                    emailDomain,
                    referrerDomain,
                    null);
        }
    }

    /** @param owner for example {@code customer C-100} */
    record LinkMadeFact(
            String code,
            String owner,
            @Nullable Instant at,
            @Nullable String id) {

        LinkMade fact() {
            return new LinkMade(
                    new FactId("links", id == null ? code : id), at == null ? Facts.NOON : at, code, referrer(owner));
        }
    }

    record ClickFact(String id, String link, @Nullable Instant at) {

        LinkClick fact() {
            return new LinkClick(new FactId("clicks", id), at == null ? Facts.NOON : at, link, id);
        }
    }

    /** @param value for example {@code 25000 USD}, in minor units */
    record UpdateFact(
            String id,
            Instant at,
            Stage stage,
            @Nullable String value,
            @Nullable String owner,
            @Nullable String crmSource) {

        StageReport fact() {
            return new StageReport(
                    new FactId("crm", id), at, Facts.SAM, stage, value == null ? null : money(value), owner, crmSource);
        }
    }

    /** @param subject for example {@code customer_id C-100} or {@code domain acme.example} */
    record ListFact(
            ListEntry.Side list, String subject, @Nullable Instant at) {

        ListEntry entry() {
            String[] kindAndKey = subject.split(" ", 2);
            Subject.Kind kind = Subject.Kind.valueOf(kindAndKey[0].toUpperCase(Locale.ROOT));
            return new ListEntry(
                    UUID.nameUUIDFromBytes((list + subject).getBytes(StandardCharsets.UTF_8)),
                    list,
                    kind == Subject.Kind.EMAIL ? Subject.email(kindAndKey[1]) : new Subject(kind, kindAndKey[1]),
                    "so we agreed",
                    "ops",
                    at == null ? Facts.NOON : at);
        }
    }

    /** A ruling of pat on all that the submissions before it claim. */
    record RulingFact(
            ReviewKind on,
            String credit,
            Instant at,
            List<String> seen,
            @Nullable List<String> seenAsLead) {

        Ruling fact(LeadHistory history) {
            return new Ruling(
                    Review.open(history.referralId(), on, 0, at).reviewId(),
                    on,
                    credit.equals("none") ? null : referrer(credit),
                    seen.stream().map(Scenario::referrer).collect(Collectors.toSet()),
                    seenAsLead == null
                            ? null
                            : seenAsLead.stream().map(Scenario::referrer).collect(Collectors.toSet()),
                    "pat",
                    "they told me",
                    at);
        }
    }

    /**
     * @param claims strength by referrer; all of them, the strongest first
     * @param evidence kinds by referrer, in the order in which it happened
     * @param shownBy {@code source/id} of the evidence by referrer
     * @param domains of the referrers' addresses
     * @param claimFlags what keeps which referrer from being credited; those who are not named have none
     */
    record Expectation(
            Attribution.@Nullable State state,
            @Nullable Confidence confidence,
            @Nullable String credited,
            @Nullable String noteContains,
            @Nullable String because,
            @Nullable String decidedBy,
            @Nullable LinkedHashMap<String, BigDecimal> claims,
            @Nullable Map<String, List<EvidenceKind>> evidence,
            @Nullable Map<String, List<String>> shownBy,
            @Nullable Map<String, Set<String>> domains,
            @Nullable Map<String, Set<Flag>> claimFlags,
            @Nullable List<Flag> flags,
            @Nullable List<ReviewKind> reviews,
            @Nullable Stage stage,
            @Nullable Disposition disposition,
            @Nullable String owner,
            @Nullable String value,
            @Nullable String refunded,
            @Nullable Instant wonAt,
            @Nullable IntroductionBasis basis,
            @Nullable String name,
            @Nullable String correlationId) {}

    static Scenario read(Path file) {
        return YAML.readValue(file.toFile(), Scenario.class);
    }

    void verify() {
        LeadHistory history = history();
        Referral referral = Facts.assessed(history);
        verifyAttribution(referral);
        verifyProgress(referral);
        verifyOrderDoesNotMatter(history, referral);
    }

    private LeadHistory history() {
        List<LeadFact> facts = new ArrayList<>();
        submissions.forEach(submission -> facts.add(submission.fact()));
        if (updates != null) {
            updates.forEach(update -> facts.add(update.fact()));
        }
        LeadHistory history = Facts.history(facts.toArray(LeadFact[]::new)).knowing(knownLinks());
        if (customers != null) {
            history = history.knowing(new KnownCustomers(
                    customers.stream().map(CustomerFact::fact).toList()));
        }
        for (RulingFact ruling : rulings == null ? List.<RulingFact>of() : rulings) {
            history = history.with(ruling.fact(history));
        }
        return history.under(circumstances());
    }

    private Circumstances circumstances() {
        return new Circumstances(
                lists == null ? List.of() : lists.stream().map(ListFact::entry).toList(),
                hurried == null
                        ? Set.of()
                        : hurried.stream().map(id -> new FactId("form", id)).collect(Collectors.toSet()),
                appeal == null ? List.of() : List.of(new Appeal("kim", appeal, Facts.NOON)));
    }

    private Links knownLinks() {
        return new Links(Stream.concat(
                        links == null ? Stream.<LinkFact>of() : links.stream().map(LinkMadeFact::fact),
                        clicks == null ? Stream.<LinkFact>of() : clicks.stream().map(ClickFact::fact))
                .collect(Collectors.toSet()));
    }

    private void verifyAttribution(Referral referral) {
        Attribution attribution = referral.attribution();
        expect(then.state, attribution.state());
        if (then.state != null) {
            assertThat(attribution.confidence().orElse(null)).as("confidence").isEqualTo(then.confidence);
            assertThat(attribution.credited().map(Scenario::word).orElse(null))
                    .as("credited")
                    .isEqualTo(then.credited);
        }
        if (then.noteContains != null) {
            assertThat(attribution.note()).contains(then.noteContains);
        }
        if (then.because != null) {
            assertThat(referral.flagged()).extracting(Flagged::because).anyMatch(why -> why.contains(then.because));
        }
        expect(then.decidedBy, attribution.decidedBy());
        if (then.claims != null) {
            Map<String, BigDecimal> strengths = new LinkedHashMap<>();
            referral.claims().forEach(claim -> strengths.put(word(claim.referrer()), claim.strength()));
            assertThat(List.copyOf(strengths.entrySet())).isEqualTo(List.copyOf(then.claims.entrySet()));
        }
        referral.claims().forEach(claim -> {
            if (then.evidence != null) {
                assertThat(claim.evidence())
                        .extracting(Evidence::kind)
                        .isEqualTo(then.evidence.get(word(claim.referrer())));
            }
            if (then.shownBy != null) {
                assertThat(claim.evidence())
                        .extracting(piece -> piece.ref().text())
                        .isEqualTo(then.shownBy.get(word(claim.referrer())));
            }
            if (then.domains != null) {
                assertThat(claim.domains()).isEqualTo(then.domains.getOrDefault(word(claim.referrer()), Set.of()));
            }
            if (then.claimFlags != null) {
                assertThat(claim.flags()).isEqualTo(then.claimFlags.getOrDefault(word(claim.referrer()), Set.of()));
            }
        });
        if (then.flags != null) {
            assertThat(referral.flags()).isEqualTo(Set.copyOf(then.flags));
        }
        if (then.reviews != null) {
            assertThat(referral.openReviews()).extracting(Review::kind).isEqualTo(then.reviews);
        }
    }

    private void verifyProgress(Referral referral) {
        Progress progress = referral.progress();
        expect(then.stage, progress.stage());
        expect(then.disposition, progress.disposition());
        expect(then.owner, referral.owner());
        expect(then.value == null ? null : money(then.value), progress.value());
        expect(
                then.refunded == null ? null : money(then.refunded),
                progress.refunded().orElse(null));
        expect(then.wonAt, progress.wonAt().orElse(null));
        expect(then.basis, referral.introductionBasis());
        expect(then.name, referral.lead().name());
        expect(then.correlationId, referral.correlationId());
    }

    private static void verifyOrderDoesNotMatter(LeadHistory history, Referral referral) {
        LeadHistory reversed = new LeadHistory(
                history.referralId(),
                history.facts().reversed(),
                history.rulings().reversed(),
                history.openReviews(),
                history.bridgedTo(),
                history.relations(),
                history.links(),
                new KnownCustomers(history.customers().profiles().reversed()),
                history.circumstances());
        assertThat(Facts.assessed(reversed)).isEqualTo(referral);
    }

    private static void expect(@Nullable Object expected, @Nullable Object actual) {
        if (expected != null) {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private static Referrer referrer(String words) {
        String[] kindAndId = words.split(" ", 2);
        ReferrerKind kind = ReferrerKind.valueOf(kindAndId[0].toUpperCase(Locale.ROOT));
        return kind == ReferrerKind.EMAIL && kindAndId[1].contains("@")
                ? Referrer.email(kindAndId[1])
                : new Referrer(kind, kindAndId[1]);
    }

    private static String word(Referrer referrer) {
        return Words.of(referrer.kind()) + " " + referrer.id();
    }

    private static Money money(String words) {
        String[] amountAndCurrency = words.split(" ", 2);
        return new Money(Long.parseLong(amountAndCurrency[0]), amountAndCurrency[1]);
    }
}
