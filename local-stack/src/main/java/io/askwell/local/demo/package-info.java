/**
 * The sample story: five customers, two leads. It is told through the public HTTP APIs alone, as sources and people
 * would, and what is shown afterwards is what the product answers. The facts and their ids are fixed and their times
 * count from the first telling, so telling it again sends the same facts and changes nothing.
 */
@NullMarked
package io.askwell.local.demo;

import org.jspecify.annotations.NullMarked;
