/** Reads from free text who is said to have referred a lead, and where the text says so. */
@NullMarked
package io.askwell.attribution.domain.note;

import org.jspecify.annotations.NullMarked;
