/** What people see of referrals and reviews, and the rulings that they make. */
@NullMarked
package io.askwell.attribution.http;

import org.jspecify.annotations.NullMarked;
