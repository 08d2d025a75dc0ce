package io.askwell.local.bench;

/** How many signals of how many customers, both at least 1. */
public record LoadSize(int signals, int customers) {

    public LoadSize {
        if (signals < 1 || customers < 1) {
            throw new IllegalArgumentException("A load has at least one signal and one customer");
        }
    }

    /** As many signals a customer, of so many customers. */
    LoadSize withCustomers(int others) {
        return new LoadSize(Math.toIntExact((long) signals * others / customers), others);
    }
}
