package io.askwell.reward.postgres;

import io.askwell.reward.application.Profiles;
import io.askwell.reward.application.Standings;
import io.askwell.reward.domain.CustomerProfile;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Quarter;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.RewardState;
import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.rule.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Standings} from the tables {@code reward} and {@code customer_profile}. The ledger's lock keeps them still meanwhile. */
public final class PostgresStandings implements Standings {

    private static final String[] COMMITTED = Stream.of(RewardState.values())
            .filter(RewardState::isCommitted)
            .map(Word::of)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final Profiles profiles;

    public PostgresStandings(JdbcClient jdbc, Profiles profiles) {
        this.jdbc = jdbc;
        this.profiles = profiles;
    }

    @Override
    public Standing of(Referral referral, String program, String currency) {
        Referral.Win win = referral.win();
        if (win == null) {
            return Standing.FIRST;
        }
        long committed = committedInQuarter(program, currency, win.at())
                - committedItself(referral.referralId(), program, currency, win.at());
        return referral.attribution()
                .credited()
                .map(referrer -> of(referral, win.at(), referrer, program, currency, committed))
                .orElseGet(() -> new Standing(CustomerProfile.UNKNOWN, 0, 0, committed));
    }

    @Override
    public long committedInQuarter(String program, String currency, Instant moment) {
        return jdbc.sql("""
                        select committed_minor from program_quarter
                        where program = :program and currency = :currency and quarter = :quarter
                        """)
                .param("program", program)
                .param("currency", currency)
                .param("quarter", Quarter.of(moment))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private Standing of(
            Referral referral, Instant wonAt, Party referrer, String program, String currency, long committed) {
        Earlier earlier = earlier(referral, wonAt, referrer, program, currency);
        return new Standing(profiles.of(referrer), earlier.wins(), earlier.rewardedInYearMinor(), committed);
    }

    private long committedItself(String referralId, String program, String currency, Instant wonAt) {
        LocalDate quarter = Quarter.of(wonAt);
        return Objects.requireNonNull(jdbc.sql("""
                        select coalesce(sum(amount_minor - reduced_minor), 0) from reward
                        where referral_id = :referralId and program = :program and currency = :currency
                            and won_at >= :from and won_at < :to and state = any(:committed)
                        """)
                .param("referralId", referralId)
                .param("program", program)
                .param("currency", currency)
                .param("from", Columns.time(start(quarter)))
                .param("to", Columns.time(start(quarter.plus(1, IsoFields.QUARTER_YEARS))))
                .param("committed", COMMITTED)
                .query(Long.class)
                .single());
    }

    private record Earlier(int wins, long rewardedInYearMinor) {}

    private Earlier earlier(Referral referral, Instant wonAt, Party referrer, String program, String currency) {
        LocalDate year = day(wonAt).withDayOfYear(1);
        return jdbc.sql("""
                        select count(*) filter (where won_at > :yearBefore and won_at <= :wonAt) as wins,
                            coalesce(sum(amount_minor - reduced_minor) filter (
                                where won_at >= :yearStart and won_at < :yearEnd and currency = :currency), 0) as minor
                        from reward
                        where beneficiary_kind = :kind and beneficiary_id = :id and role = 'referrer' and program = :program
                            and state = any(:committed) and referral_id <> :referralId
                        """)
                .param(
                        "yearBefore",
                        Columns.time(
                                wonAt.atOffset(ZoneOffset.UTC).minusYears(1).toInstant()))
                .param("wonAt", Columns.time(wonAt))
                .param("yearStart", Columns.time(start(year)))
                .param("yearEnd", Columns.time(start(year.plus(1, ChronoUnit.YEARS))))
                .param("currency", currency)
                .param("kind", Columns.word(referrer.kind()))
                .param("id", referrer.id())
                .param("program", program)
                .param("committed", COMMITTED)
                .param("referralId", referral.referralId())
                .query((row, _) -> new Earlier(row.getInt("wins"), row.getLong("minor")))
                .single();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
