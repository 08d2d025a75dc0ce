package io.askwell.attribution.domain.note;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody whom a note may mean. */
public sealed interface Candidate {

    Span span();

    /**
     * @param address what stands for the canonical address
     * @param domain its registrable domain; null where it has none, or was read before this was kept
     */
    record Address(String address, @Nullable String domain, Span span) implements Candidate {}

    /** What looks like the id of a customer; whether it is one, the note does not say. */
    record CustomerId(String customerId, Span span) implements Candidate {}

    /**
     * A person's name.
     *
     * @param name as {@link io.askwell.attribution.domain.matching.ComparableName} has it
     * @param companies every reading of the company that the note gives, in the same form; empty when it gives none
     */
    record Person(String name, List<String> companies, Span span) implements Candidate {

        public Person {
            companies = List.copyOf(companies);
        }
    }
}
