package io.askwell.local.product;

/** The services of the product, in the order in which facts flow through them. */
public enum Service {
    SIGNAL_INGEST("signal-ingest", 8081, false),
    READINESS_SCORER("readiness-scorer", 8082, false),
    ASK_DRAFTER("ask-drafter", 8083, true),
    ATTRIBUTION_TRACKER("attribution-tracker", 8084, true),
    REWARD_LEDGER("reward-ledger", 8085, true);

    private final String label;
    private final int defaultPort;
    private final boolean hasDatabase;

    Service(String label, int defaultPort, boolean hasDatabase) {
        this.label = label;
        this.defaultPort = defaultPort;
        this.hasDatabase = hasDatabase;
    }

    /** The name that people and folders use. */
    public String label() {
        return label;
    }

    int defaultPort() {
        return defaultPort;
    }

    boolean hasDatabase() {
        return hasDatabase;
    }

    /** Name of its role and its schema. */
    String role() {
        return label.replace('-', '_');
    }
}
