package io.askwell.attribution.application.matching;

import io.askwell.attribution.domain.matching.LeadProfile;

/** @param person who it is in truth */
record GeneratedLead(int person, LeadProfile profile) {}
