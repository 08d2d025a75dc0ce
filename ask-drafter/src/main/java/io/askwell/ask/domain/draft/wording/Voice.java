package io.askwell.ask.domain.draft.wording;

import io.askwell.ask.domain.draft.Relationship;
import io.askwell.ask.domain.draft.Template;

/**
 * How we speak on one channel. {@code {name}} stands for whom it addresses, {@code {success}} for what the customer achieved,
 * {@code {peer}} for whom the customer mentioned and {@code {about}} for in which connection.
 */
interface Voice {

    /** @param named whether a name is known */
    String greeting(boolean named);

    /** Names the success. */
    String praise(Relationship relationship, Variant variant);

    /** Instead of praise where no success is known; claims nothing. */
    String thanks(Relationship relationship, Variant variant);

    /** Asks for one thing. */
    String ask(Template template, Variant variant);

    /** Leaves the door open; empty where the ask itself does. */
    String close(Template template, Variant variant);
}
