/** The carrier by e-mail: letters become plain-text messages and go to one SMTP server. */
@NullMarked
package io.askwell.ask.email;

import org.jspecify.annotations.NullMarked;
