/** What the edges towards people share: problem details, pages, idempotent commands, bearer tokens. */
@NullMarked
package io.askwell.transport.http;

import org.jspecify.annotations.NullMarked;
