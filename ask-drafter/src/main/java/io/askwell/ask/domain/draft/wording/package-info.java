/**
 * Our own words. A text is an opening that fits the relationship, an ask that fits the template, and a close, each in the
 * voice of its channel and in two variants; openings and asks of one variant are written to go together.
 */
@NullMarked
package io.askwell.ask.domain.draft.wording;

import org.jspecify.annotations.NullMarked;
