/** What a valid lead record is, and how the identity of a lead becomes the key of its records. */
@NullMarked
package io.askwell.schemas.leads;

import org.jspecify.annotations.NullMarked;
