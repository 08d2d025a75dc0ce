package io.askwell.attribution.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lead or a referrer is on the block list. */
final class OnBlockList implements FlagRule {

    @Override
    public Optional<Flagged> raise(FlagCase theCase) {
        List<ListEntry> blocks = theCase.listed().blocks();
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Flagged(
                        Flag.BLOCKED,
                        sentence(blocks),
                        blocks.stream().map(ListEntry::ref).toList()));
    }

    static String sentence(List<ListEntry> blocks) {
        return blocks.stream()
                .map(entry -> "%s blocked this %s: %s"
                        .formatted(entry.by(), Words.of(entry.subject().kind()).replace('_', ' '), entry.reason()))
                .collect(Collectors.joining("; "));
    }
}
