package io.askwell.attribution.domain;

import java.util.Set;

/** Domains at which anybody has an address for minutes; what is below one of them belongs to it. */
public record DisposableDomains(Set<String> names) {

    public DisposableDomains {
        names = Set.copyOf(names);
    }

    boolean haveAddress(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        while (!names.contains(domain)) {
            int dot = domain.indexOf('.');
            if (dot < 0) {
                return false;
            }
            domain = domain.substring(dot + 1);
        }
        return true;
    }
}
