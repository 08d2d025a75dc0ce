package io.askwell.attribution.application.matching;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a measurement found.
 *
 * @param candidates pairs that share a blocking key
 * @param trueCandidates those of them that are one in truth
 * @param passedOver blocking keys that too many records share
 * @param byThreshold pair by pair
 * @param grouped when pairs from the threshold of merging on are joined and whatever is joined to one counts as joined to all
 */
public record Findings(
        int records,
        long truePairs,
        long candidates,
        long allPairs,
        long trueCandidates,
        int passedOver,
        int largestPassedOver,
        List<Quality> byThreshold,
        Quality grouped,
        Pace pace,
        Pace reference) {

    /** As data, with names for whoever reads them elsewhere. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("records", records);
        figures.put("truePairs", truePairs);
        figures.put("candidatePairs", candidates);
        figures.put("blockingRecall", blockingRecall());
        figures.put("reductionRatio", reduction());
        figures.put("keysPassedOver", passedOver);
        figures.put("largestKeyPassedOver", largestPassedOver);
        figures.put("thresholds", byThreshold.stream().map(Quality::figures).toList());
        figures.put("best", best().figures());
        figures.put("grouped", grouped.figures());
        figures.put("ours", pace.figures());
        figures.put("reference", reference.figures());
        figures.put("ratio", pace.perSecond() / reference.perSecond());
        return figures;
    }

    Quality best() {
        return byThreshold.stream().max(Comparator.comparingDouble(Quality::f1)).orElseThrow();
    }

    double blockingRecall() {
        return truePairs == 0 ? 1 : (double) trueCandidates / truePairs;
    }

    /** Share of all pairs that need not be compared. */
    double reduction() {
        return 1 - (double) candidates / allPairs;
    }
}
