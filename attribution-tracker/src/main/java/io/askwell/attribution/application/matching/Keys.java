package io.askwell.attribution.application.matching;

import java.util.Collection;

/** Blocking keys as numbers, since millions of them are held. Two keys that fall on one number merely compare some pairs in vain. */
final class Keys {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Keys() {}

    static long[] of(Collection<String> keys) {
        return keys.stream().mapToLong(Keys::of).toArray();
    }

    /** FNV-1a over the characters. */
    static long of(String key) {
        long hash = BASIS;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * PRIME;
        }
        return mixed(hash);
    }

    static long joined(long one, long other) {
        return mixed(one * PRIME + other);
    }

    /** So that the upper bits, which are kept longest, depend on all. */
    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * GOLDEN;
        return mixed ^ (mixed >>> 29);
    }
}
