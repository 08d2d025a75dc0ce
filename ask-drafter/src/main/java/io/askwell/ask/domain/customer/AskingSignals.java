package io.askwell.ask.domain.customer;

import io.askwell.ask.domain.customer.AskingSignal.AskAnswered;
import io.askwell.ask.domain.customer.AskingSignal.AskRecorded;
import io.askwell.ask.domain.customer.AskingSignal.LimitsSet;
import io.askwell.ask.domain.customer.AskingSignal.Retracted;
import io.askwell.ask.domain.customer.AskingSignal.Revised;
import io.askwell.ask.domain.customer.Assessment.SignalPosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The signals about asking that a customer sent, as a set: each identity once, in whatever order they came. What was
 * retracted counts as never sent.
 */
public record AskingSignals(List<AskingSignal> all) {

    private static final Comparator<AskingSignal> EARLIEST_FIRST = Comparator.comparing(AskingSignal::occurredAt)
            .thenComparing(signal -> signal.identity().signal(), AskingSignal.BY_BYTES);

    public static final AskingSignals NONE = new AskingSignals(List.of());

    public AskingSignals {
        all = all.stream().sorted(EARLIEST_FIRST).toList();
    }

    /** The set with this signal, or empty when that changes nothing because it or a later version is known. */
    public Optional<AskingSignals> with(AskingSignal news) {
        var others = new ArrayList<>(all);
        Optional<AskingSignal> known = all.stream()
                .filter(signal ->
                        signal.identity().signal().equals(news.identity().signal()))
                .findFirst();
        if (known.isPresent() && !news.replaces(known.get())) {
            return Optional.empty();
        }
        known.ifPresent(others::remove);
        others.add(news);
        return Optional.of(new AskingSignals(others));
    }

    /** Asks made by hand, earliest first. */
    public List<AskRecorded> recordedAsks() {
        return counting(AskRecorded.class).toList();
    }

    public Optional<AskAnswered> answerTo(String askId) {
        return answers().filter(answer -> answer.askId().equals(askId)).findFirst();
    }

    /** The latest refusal, friendly as it was. */
    public Optional<AskAnswered> latestPoliteNo() {
        return answers()
                .filter(answer -> answer.response() == AskResponse.POLITE_NO)
                .reduce((_, later) -> later);
    }

    /** The latest wish that gives this field: a wish replaces each field that it gives, and no other. */
    public Optional<LimitsSet> latestWish(Function<LimitsSet, @Nullable Object> field) {
        return counting(LimitsSet.class)
                .filter(wish -> field.apply(wish) != null)
                .reduce((_, later) -> later);
    }

    /** Everything that was retracted, as {@code source/id}; of any kind, so also what a draft may cite. */
    public Set<String> retracted() {
        return all.stream()
                .filter(Retracted.class::isInstance)
                .map(signal -> ((Retracted) signal).retracts())
                .collect(Collectors.toSet());
    }

    /**
     * Those of these signals that were revised beyond a position of the log.
     *
     * @param position null when nobody knows how far what was written then reached; then every revision counts
     */
    public List<String> revisedBeyond(@Nullable SignalPosition position, List<String> signals) {
        Set<String> revised = all.stream()
                .filter(Revised.class::isInstance)
                .map(Revised.class::cast)
                .filter(signal -> position == null || signal.at().offset() > position.offset())
                .map(signal -> signal.identity().signal())
                .collect(Collectors.toSet());
        return signals.stream().filter(revised::contains).toList();
    }

    private Stream<AskAnswered> answers() {
        return counting(AskAnswered.class);
    }

    private <S extends AskingSignal> Stream<S> counting(Class<S> kind) {
        Set<String> retracted = retracted();
        return all.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(signal -> !retracted.contains(signal.identity().signal()));
    }
}
