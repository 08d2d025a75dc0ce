package io.askwell.local.bench;

import io.askwell.event.v1.IntroductionBasis;
import io.askwell.event.v1.SourceChannel;
import io.askwell.event.v1.SourcePath;
import io.askwell.leads.v1.ClaimedReferrer;
import io.askwell.leads.v1.LeadKind;
import io.askwell.leads.v1.LeadPersonalData;
import io.askwell.leads.v1.LeadReported;
import io.askwell.leads.v1.LeadSubmission;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Leads whom customers refer over a year. One in ten submissions is of a lead that was submitted before, with the same address
 * or the same id in the CRM; nineteen leads of twenty have an address, half a telephone, a third an id in the CRM. The same
 * arguments always give the same submissions.
 */
final class LeadLoad implements Iterator<LeadReported> {

    private static final Duration SPAN = Duration.ofDays(365);
    private static final int PER_REPEAT = 10;
    private static final int PER_ADDRESSLESS = 20;
    private static final int LEADS_PER_REFERRER = 20;
    private static final int LEADS_PER_COMPANY = 4;
    private static final List<String> SYLLABLES = List.of(
            "ba", "den", "fi", "gor", "hal", "jo", "kem", "lu", "mar", "nel", "os", "pi", "run", "sa", "tor", "ul",
            "vin", "wes", "yan", "zo");
    private static final List<String> TITLES = List.of("COO", "Head of Operations", "Founder", "Office Manager");

    private final long seed;
    private final int count;
    private final Instant start;
    private final Random random;
    private int sent;

    /** @param until when the last one is received; the first is received a year before */
    LeadLoad(long seed, int count, Instant until) {
        this.seed = seed;
        this.count = count;
        this.start = until.minus(SPAN);
        this.random = new Random(seed);
    }

    @Override
    public boolean hasNext() {
        return sent < count;
    }

    @Override
    public LeadReported next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        boolean repeats = sent > 0 && random.nextInt(PER_REPEAT) == 0;
        var person = person(repeats ? random.nextInt(sent) : sent);
        var moment = start.plus(SPAN.multipliedBy(sent).dividedBy(count));
        return submission(sent++, repeats ? person.againAs(random.nextBoolean()) : person, moment);
    }

    /** Of each number another, whoever asks in whatever order. */
    private Person person(int number) {
        var own = new Random(seed * 31 + number);
        var first = word(own, 2);
        var last = word(own, 3);
        var company = "%s %s"
                .formatted(
                        capital(word(own, 2)),
                        capital(word(new Random(own.nextInt(1 + count / LEADS_PER_COMPANY)), 3)));
        var hasAddress = number % PER_ADDRESSLESS != 0;
        return new Person(
                capital(first) + " " + capital(last),
                hasAddress
                        ? "%s.%s.%d@%s.example"
                                .formatted(
                                        first,
                                        last,
                                        number,
                                        company.toLowerCase(Locale.ROOT).replace(" ", "-"))
                        : null,
                own.nextBoolean() ? "+1415%07d".formatted(number) : null,
                !hasAddress || number % 3 == 0 ? "CRM-" + number : null,
                company,
                TITLES.get(own.nextInt(TITLES.size())));
    }

    private LeadReported submission(int number, Person person, Instant moment) {
        return LeadReported.newBuilder()
                .setSource("bench")
                .setId("lead-" + number)
                .setKind(LeadKind.submitted)
                .setOccurredAt(moment)
                .setRecordedAt(moment)
                .setSubmission(LeadSubmission.newBuilder()
                        .setExternalId(person.externalId())
                        .setCompany(person.company())
                        .setReferrer(ClaimedReferrer.newBuilder()
                                .setCustomerId("customer-" + random.nextInt(1 + count / LEADS_PER_REFERRER))
                                .build())
                        .setSourcePath(SourcePath.newBuilder()
                                .setChannel(SourceChannel.form)
                                .build())
                        .setIntroductionBasis(IntroductionBasis.advocate_introduced)
                        .build())
                .setPersonal(LeadPersonalData.newBuilder()
                        .setName(person.name())
                        .setEmail(person.email())
                        .setPhone(person.phone())
                        .setTitle(person.title())
                        .build())
                .build();
    }

    /** A lead; at least one of address and id is known. */
    private record Person(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String externalId,
            String company,
            String title) {

        /** With one of the keys alone, where there are two; the address in another spelling. */
        private Person againAs(boolean byAddress) {
            var spelled = email == null ? null : email.replace("@", "+again@");
            return email == null || externalId == null || byAddress
                    ? new Person(name, spelled, phone, email == null ? externalId : null, company, title)
                    : new Person(name, null, phone, externalId, company, title);
        }
    }

    private static String word(Random random, int syllables) {
        var word = new StringBuilder();
        for (int syllable = 0; syllable < syllables; syllable++) {
            word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return word.toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
