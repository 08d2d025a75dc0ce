package io.askwell.readiness.kafka;

import com.microsoft.kiota.ApiException;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Tells a registry that does not answer, which heals, from bytes that no answer can help. */
final class RegistryOutage {

    private static final int NOT_FOUND = 404;

    private RegistryOutage() {}

    static boolean caused(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(RegistryOutage::isOutage);
    }

    private static boolean isOutage(Throwable failure) {
        return switch (failure) {
            // The value ends too early, or its schema id is unknown: both are the record's own fault.
            case EOFException _ -> false;
            case ApiException answer -> answer.getResponseStatusCode() != NOT_FOUND;
            case IOException _, TimeoutException _ -> true;
            // Whatever befalls a request to the registry on its way comes wrapped in this.
            case ExecutionException _ -> true;
            default -> false;
        };
    }
}
