package io.askwell.reward.domain.ledger;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through the chain once, link by link with its transfers, and keeps no more than one link of them. */
public final class ChainCheck {

    /** How the chain was found. */
    public sealed interface Finding {

        /** @param head the newest link; null when nothing was ever booked */
        record Whole(long links, long transfers, @Nullable ChainLink head) implements Finding {}

        /**
         * The first break; what comes after it proves nothing.
         *
         * @param position of the link at which the chain breaks; one behind the last for transfers that no link seals
         */
        record Broken(long position, Reason reason) implements Finding {}
    }

    public enum Reason {
        /** The link does not continue the one before, or one between them is missing. */
        DOES_NOT_CONTINUE,
        /** The transfers of the link are not those that it was made of. */
        TRANSFERS_DIFFER,
        /** There are transfers of which no link knows. */
        UNSEALED_TRANSFERS
    }

    private ChainCheck() {}

    /**
     * @param links in order of their positions
     * @param transfers with their positions, in order
     */
    public static Finding check(Iterator<ChainLink> links, Iterator<Map.Entry<Long, Transfer>> transfers) {
        ChainLink before = null;
        Map.Entry<Long, Transfer> next = nextOf(transfers);
        long checked = 0;
        while (links.hasNext()) {
            ChainLink link = links.next();
            if (!link.continues(before)) {
                return new Finding.Broken(before == null ? 1 : before.position() + 1, Reason.DOES_NOT_CONTINUE);
            }
            List<Transfer> sealed = new ArrayList<>();
            while (next != null && next.getKey() <= link.lastTransfer()) {
                sealed.add(next.getValue());
                next = nextOf(transfers);
            }
            if (!link.seals(sealed)) {
                return new Finding.Broken(link.position(), Reason.TRANSFERS_DIFFER);
            }
            checked += sealed.size();
            before = link;
        }
        return next == null
                ? new Finding.Whole(before == null ? 0 : before.position(), checked, before)
                : new Finding.Broken(before == null ? 1 : before.position() + 1, Reason.UNSEALED_TRANSFERS);
    }

    private static Map.@Nullable Entry<Long, Transfer> nextOf(Iterator<Map.Entry<Long, Transfer>> transfers) {
        return transfers.hasNext() ? transfers.next() : null;
    }
}
