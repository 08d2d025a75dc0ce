package io.askwell.ask.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.ask.domain.customer.AskingSignals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is never asked, to measure what asking is worth. */
class ControlGroupTest {

    private static final int CUSTOMERS = 20_000;

    @Test
    void aShareOfTheCustomersIsInTheGroup() {
        assertThat(group("0")).isEmpty();
        assertThat(group("0.1").size()).isBetween(1_850, 2_150);
        assertThat(group("0.5").size()).isBetween(9_750, 10_250);
        assertThat(group("1")).hasSize(CUSTOMERS);
    }

    @Test
    void whoeverIsInStaysInWhenTheShareGrows() {
        assertThat(group("0.2")).containsAll(group("0.1"));
    }

    /** The draw is the same for ever: a customer who changed sides would spoil what is measured. */
    @Test
    void theDrawIsTheSameEverywhereAndForEver() {
        assertThat(List.of("C-1", "C-2", "C-3", "Kundin-Ä"))
                .filteredOn(customerId -> isIn(customerId, "0.6"))
                .containsExactly("C-3", "Kundin-Ä");
    }

    private static Set<String> group(String share) {
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(number -> "C-" + number)
                .filter(customerId -> isIn(customerId, share))
                .collect(Collectors.toSet());
    }

    private static boolean isIn(String customerId, String share) {
        var customer = new Customer(customerId, null, AskingSignals.NONE, List.of());
        return new CustomerRule.ControlGroup(new BigDecimal(share))
                .objection(customer, Scenario.START)
                .isPresent();
    }
}
