package io.askwell.ask.http;

import io.askwell.ask.domain.Person;
import io.askwell.ask.domain.Person.Role;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** The person behind a token. Whoever has several roles acts in the one that may do most. */
final class Callers {

    private Callers() {}

    static Person person(Authentication caller) {
        Set<String> authorities = caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        if (authorities.contains("ROLE_program-owner")) {
            return new Person(caller.getName(), Role.PROGRAM_OWNER);
        }
        if (authorities.contains("ROLE_operator")) {
            return new Person(caller.getName(), Role.OPERATOR);
        }
        if (authorities.contains("ROLE_account-owner")) {
            return new Person(caller.getName(), Role.ACCOUNT_OWNER);
        }
        throw new IllegalStateException("A caller without a role of this service got past the security filters");
    }
}
