/**
 * The mail server of the local product: whatever it is handed, it keeps as files in one folder, and nothing goes any
 * further. A {@link io.askwell.local.mail.Mailbox} reads them.
 */
@NullMarked
package io.askwell.local.mail;

import org.jspecify.annotations.NullMarked;
