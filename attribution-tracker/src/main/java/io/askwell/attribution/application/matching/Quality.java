package io.askwell.attribution.application.matching;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How right it is to call pairs one from a threshold on.
 *
 * @param said pairs that are called one
 * @param right those of them that are
 * @param truePairs all that are, whether they were looked at or not
 */
public record Quality(double threshold, long said, long right, long truePairs) {

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("threshold", threshold);
        figures.put("precision", precision());
        figures.put("recall", recall());
        figures.put("f1", f1());
        return figures;
    }

    double precision() {
        return said == 0 ? 1 : (double) right / said;
    }

    double recall() {
        return truePairs == 0 ? 1 : (double) right / truePairs;
    }

    double f1() {
        double both = precision() + recall();
        return both == 0 ? 0 : 2 * precision() * recall() / both;
    }
}
