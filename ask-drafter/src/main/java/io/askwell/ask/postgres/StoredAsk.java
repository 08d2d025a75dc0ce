package io.askwell.ask.postgres;

import io.askwell.ask.domain.Ask;
import java.util.Locale;

/** A state of an ask as status and JSON. */
record StoredAsk(String status, String state) {

    static StoredAsk of(Ask ask) {
        return new StoredAsk(ask.state().name().toLowerCase(Locale.ROOT), StoredJson.write(ask));
    }

    Ask ask() {
        return StoredJson.read(state, state(status).type());
    }

    static Ask.State state(String status) {
        return Ask.State.valueOf(status.toUpperCase(Locale.ROOT));
    }
}
