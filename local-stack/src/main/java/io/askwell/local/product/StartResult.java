package io.askwell.local.product;

import java.time.Duration;
import java.util.List;

/** How a start ended. */
public sealed interface StartResult {

    /** Everything is healthy. */
    record Healthy(Duration took) implements StartResult {}

    /** Nothing was touched. */
    record Refused(Refusal refusal) implements StartResult {}

    /** Some parts did not come up; what did come up keeps running. */
    record Failed(List<String> reasons) implements StartResult {}
}
