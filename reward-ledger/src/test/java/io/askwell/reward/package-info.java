/** The rules as specifications, and the whole service between real servers. */
@NullMarked
package io.askwell.reward;

import org.jspecify.annotations.NullMarked;
