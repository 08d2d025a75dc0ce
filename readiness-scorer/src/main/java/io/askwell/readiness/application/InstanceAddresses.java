package io.askwell.readiness.application;

import java.util.Set;

/** Where the other instances are that hold any customers, as far as the group has told. */
public interface InstanceAddresses {

    /** @return host:port of their HTTP edges */
    Set<String> others();
}
