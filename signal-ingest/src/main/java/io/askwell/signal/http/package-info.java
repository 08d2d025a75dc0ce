/** JSON in, receipts and problem details out. */
@NullMarked
package io.askwell.signal.http;

import org.jspecify.annotations.NullMarked;
