package io.askwell.attribution.domain;

import org.jspecify.annotations.Nullable;

/**
 * The path by which a submission arrived.
 *
 * @param linkCode referral link that was used
 * @param clickId recorded click that the form gave back
 */
public record SourcePath(
        Channel channel,
        @Nullable String linkCode,
        @Nullable String clickId,
        @Nullable Utm utm) {

    /** Campaign parameters of the page that was filled in. */
    public record Utm(
            @Nullable String source,
            @Nullable String medium,
            @Nullable String campaign) {}

    public boolean namesCampaign() {
        return utm != null && utm.campaign() != null && !utm.campaign().isBlank();
    }
}
