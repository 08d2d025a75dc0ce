package io.askwell.local.product;

/** The ports of one product: the contract's defaults, all moved by the same offset. */
public record Ports(int offset) {

    private static final int MAIL = 8025;
    private static final int REGISTRY = 8090;
    private static final int KAFKA = 9092;
    private static final int POSTGRESQL = 5433;
    private static final int HIGHEST_DEFAULT = KAFKA;
    private static final int HIGHEST = 65535;

    public Ports {
        if (!isPossible(offset)) {
            throw new IllegalArgumentException("Offset out of range: " + offset);
        }
    }

    /** Whether every port stays a port that an ordinary user may open. */
    public static boolean isPossible(int offset) {
        return POSTGRESQL + offset > 1023 && HIGHEST_DEFAULT + offset <= HIGHEST;
    }

    int of(Service service) {
        return service.defaultPort() + offset;
    }

    /** Not of the contract: nobody outside talks to it. */
    int mail() {
        return MAIL + offset;
    }

    int registry() {
        return REGISTRY + offset;
    }

    int kafka() {
        return KAFKA + offset;
    }

    int postgresql() {
        return POSTGRESQL + offset;
    }
}
