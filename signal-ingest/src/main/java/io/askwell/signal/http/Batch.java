package io.askwell.signal.http;

import io.askwell.signal.domain.Reading;
import io.askwell.signal.domain.Report;
import java.util.List;

/**
 * What one request reports.
 *
 * @param single whether the body was one report by itself, so that pointers into the report are pointers into the body
 */
record Batch<R extends Report>(List<Reading<R>> readings, boolean single) {

    Batch {
        readings = List.copyOf(readings);
    }
}
