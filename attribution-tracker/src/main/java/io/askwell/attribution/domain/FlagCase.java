package io.askwell.attribution.domain;

import java.util.List;

/**
 * All that flags about customers are decided from.
 *
 * @param submissions in the order in which they happened
 * @param claims the strongest first
 */
record FlagCase(LeadHistory history, List<Submission> submissions, List<Claim> claims) {}
