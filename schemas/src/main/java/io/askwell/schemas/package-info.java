/**
 * The contract between Askwell's services and with everyone who reads or writes its topics: the Avro schemas, the typed
 * topic catalogue, the serde set-up and the rules that every reader of a public topic applies alike. No Spring here, and
 * no decision about customers, leads or money.
 */
@NullMarked
package io.askwell.schemas;

import org.jspecify.annotations.NullMarked;
