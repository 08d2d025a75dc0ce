package io.askwell.ask.domain.delivery;

/** What a site can let asks be carried by. A site has one at most; without one, owners send everything themselves. */
public enum Carrier {
    EMAIL,
    WEBHOOK
}
