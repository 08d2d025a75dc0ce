/**
 * The carrier by webhook: letters go as JSON, signed as Standard Webhooks has it, to one endpoint of the site, which passes
 * them on by means of its own.
 */
@NullMarked
package io.askwell.ask.webhook;

import org.jspecify.annotations.NullMarked;
