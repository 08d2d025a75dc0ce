package io.askwell.readiness.domain.rule;

/** A policy cannot be built with this number. */
public final class SenselessPolicyException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String demand;

    SenselessPolicyException(String name, String demand) {
        super(name + " " + demand);
        this.name = name;
        this.demand = demand;
    }

    /** Of the number, within the part of the policy that it belongs to. */
    public String name() {
        return name;
    }

    /** How a sentence goes on that begins with the name. */
    public String demand() {
        return demand;
    }
}
