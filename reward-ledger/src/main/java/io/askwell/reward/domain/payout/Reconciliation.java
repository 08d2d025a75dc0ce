package io.askwell.reward.domain.payout;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch beside what the provider says of it.
 *
 * @param matched how many items both sides tell alike
 * @param differences first those of the batch's items, in its order, then what the batch does not know
 */
public record Reconciliation(int matched, List<Difference> differences) {

    public enum Kind {
        MISSING_AT_PROVIDER,
        UNKNOWN_AT_LEDGER,
        AMOUNT_DIFFERS,
        STATUS_DIFFERS,
        /** Both say paid, under different references of the provider. */
        REFERENCE_DIFFERS,
        /** The file says paid more than once under one key. */
        PAID_TWICE
    }

    /**
     * @param ledger null where the batch has no such item
     * @param provider every line under that key; none where the provider does not know it
     */
    public record Difference(
            Kind kind, UUID itemKey, @Nullable PayoutItem ledger, List<ProviderLine> provider) {

        public Difference {
            provider = List.copyOf(provider);
        }
    }

    public Reconciliation {
        differences = List.copyOf(differences);
    }

    /** @param lines in any order; of several under one key, one that says paid speaks for all */
    public static Reconciliation of(List<PayoutItem> items, List<ProviderLine> lines) {
        Map<UUID, PayoutItem> known =
                items.stream().collect(toMap(PayoutItem::itemKey, identity(), (first, _) -> first, LinkedHashMap::new));
        Map<UUID, List<ProviderLine>> told =
                lines.stream().collect(groupingBy(ProviderLine::itemKey, LinkedHashMap::new, toList()));
        Set<UUID> keys = new LinkedHashSet<>(known.keySet());
        keys.addAll(told.keySet());
        int matched = 0;
        List<Difference> differences = new ArrayList<>();
        for (UUID key : keys) {
            PayoutItem item = known.get(key);
            List<ProviderLine> ofKey = told.getOrDefault(key, List.of());
            List<Kind> kinds = kinds(item, ofKey);
            matched += kinds.isEmpty() ? 1 : 0;
            kinds.forEach(kind -> differences.add(new Difference(kind, key, item, ofKey)));
        }
        return new Reconciliation(matched, differences);
    }

    private static List<Kind> kinds(@Nullable PayoutItem item, List<ProviderLine> lines) {
        List<Kind> kinds = new ArrayList<>();
        if (item == null) {
            kinds.add(Kind.UNKNOWN_AT_LEDGER);
        } else if (lines.isEmpty()) {
            kinds.add(Kind.MISSING_AT_PROVIDER);
        } else {
            kinds.addAll(differing(item, speakingForAll(lines)));
        }
        if (lines.stream().filter(Reconciliation::isPaid).count() > 1) {
            kinds.add(Kind.PAID_TWICE);
        }
        return kinds;
    }

    private static List<Kind> differing(PayoutItem item, ProviderLine line) {
        List<Kind> kinds = new ArrayList<>();
        if (!item.amount().equals(line.amount())) {
            kinds.add(Kind.AMOUNT_DIFFERS);
        }
        if (item.status() != line.status()) {
            kinds.add(Kind.STATUS_DIFFERS);
        } else if (item.result() instanceof PayoutResult.Paid paid
                && line.providerRef() != null
                && !Objects.equals(paid.providerRef(), line.providerRef())) {
            kinds.add(Kind.REFERENCE_DIFFERS);
        }
        return kinds;
    }

    private static ProviderLine speakingForAll(List<ProviderLine> lines) {
        return lines.stream().filter(Reconciliation::isPaid).findFirst().orElseGet(lines::getLast);
    }

    private static boolean isPaid(ProviderLine line) {
        return line.status() == PayoutItem.Status.PAID;
    }
}
