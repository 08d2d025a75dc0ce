package io.askwell.readiness.application;

import io.askwell.readiness.domain.Advocate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the Priority Advocates among all customers of all instances. */
public final class ListPriorityAdvocates {

    private final FindPriorityLine priorityLine;
    private final FindHeldAdvocates heldAdvocates;
    private final OtherInstances others;
    private final WholeOfPartitions whole;

    public ListPriorityAdvocates(
            FindPriorityLine priorityLine,
            FindHeldAdvocates heldAdvocates,
            OtherInstances others,
            WholeOfPartitions whole) {
        this.priorityLine = priorityLine;
        this.heldAdvocates = heldAdvocates;
        this.others = others;
        this.whole = whole;
    }

    /**
     * The highest first.
     *
     * @param after the last that was seen; null for the beginning
     * @param most how many at most
     * @return empty while any partition is out of reach
     */
    public Optional<List<Advocate>> page(@Nullable Advocate after, int most) {
        return priorityLine
                .line()
                .flatMap(line -> line.lowest() == null
                        ? Optional.of(List.of())
                        : found(new AdvocateSearch(line.lowest(), after, most)));
    }

    private Optional<List<Advocate>> found(AdvocateSearch search) {
        return heldAdvocates.find(search).flatMap(here -> {
            List<Held<List<Advocate>>> parts = new ArrayList<>(others.advocates(search));
            parts.add(here);
            return whole.of(parts)
                    .map(all -> all.stream()
                            .flatMap(List::stream)
                            .sorted(Advocate.HIGHEST_FIRST)
                            .limit(search.most())
                            .toList());
        });
    }
}
