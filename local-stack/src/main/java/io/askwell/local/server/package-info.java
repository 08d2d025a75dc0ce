/**
 * The real servers that Askwell stands on, as plain processes: a Kafka broker, a schema registry and PostgreSQL, and
 * the mail server where the mails of a product land.
 *
 * <p>A {@link io.askwell.local.server.LocalServer} says how one of them is launched, how it shows that it is ready and
 * how it ends; it holds no process. A {@link io.askwell.local.server.RunningServer} is one that was started by this
 * JVM, which is what tests want. The command line keeps processes across its own runs and uses the definitions alone.
 */
@NullMarked
package io.askwell.local.server;

import org.jspecify.annotations.NullMarked;
