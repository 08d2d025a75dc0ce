package io.askwell.readiness.application;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts together what instances know. While partitions move, two instances may speak of the same customers, or none of some; then
 * there is no whole.
 *
 * @param partitions how many there are, numbered from 0
 */
public record WholeOfPartitions(int partitions) {

    /** @return what each instance said; empty unless every partition is spoken of exactly once */
    public <T> Optional<List<T>> of(List<Held<T>> parts) {
        Set<Integer> spokenOf = new HashSet<>();
        boolean once =
                parts.stream().flatMap(part -> part.partitions().stream()).allMatch(spokenOf::add);
        return once && spokenOf.size() == partitions
                ? Optional.of(parts.stream().map(Held::what).toList())
                : Optional.empty();
    }
}
