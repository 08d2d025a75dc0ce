package io.askwell.readiness.http;

import io.askwell.readiness.domain.Advocate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** A Priority Advocate as the public contract shows it. */
record AdvocateView(
        String customerId,
        @Schema(description = "0 to 100 with one decimal") BigDecimal advocateScore) {

    static AdvocateView of(Advocate advocate) {
        return new AdvocateView(advocate.customerId(), advocate.score().toDecimal());
    }
}
