package io.askwell.readiness.domain;

import io.askwell.readiness.domain.signal.SignalId;
import java.util.List;

/** Points that a rule gave, with the newest signals that earned them. */
public record Contribution(String rule, int points, List<SignalId> evidence) {}
