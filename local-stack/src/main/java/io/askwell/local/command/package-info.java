/**
 * The command {@code ./askwell}: reads options, calls the product, and prints. A command's exit code is 0 when it did
 * what was asked, 1 when something failed or is not healthy, 2 when it was called the wrong way.
 */
@NullMarked
package io.askwell.local.command;

import org.jspecify.annotations.NullMarked;
