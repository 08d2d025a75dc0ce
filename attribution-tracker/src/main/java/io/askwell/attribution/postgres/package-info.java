/** Lead histories and what lists are searched by, in PostgreSQL. */
@NullMarked
package io.askwell.attribution.postgres;

import org.jspecify.annotations.NullMarked;
