package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.SignalId;
import java.util.List;

/**
 * Why a customer is not asked now.
 *
 * @param code one of the contract's words
 */
public record Reason(String code, List<SignalId> evidence) {}
