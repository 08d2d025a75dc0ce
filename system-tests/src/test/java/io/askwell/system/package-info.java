/** What must hold for the product as a whole: its law, its journeys and its faults. */
@NullMarked
package io.askwell.system;

import org.jspecify.annotations.NullMarked;
