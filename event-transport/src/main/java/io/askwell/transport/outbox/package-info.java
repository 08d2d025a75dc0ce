/**
 * What this service has to say. A record is appended in the transaction of the state that it announces and published by a
 * relay, in order for each key. One process owns an outbox partition at a time: the owner holds an advisory lock of the database
 * on a connection of its own and publishes under a transactional id of the partition, so that an owner who stalls and comes
 * back is refused by the broker. A crash between the broker's answer and the deletion of the rows publishes them again under
 * the same {@code ce_id}; readers pass over what they have seen.
 */
@NullMarked
package io.askwell.transport.outbox;

import org.jspecify.annotations.NullMarked;
