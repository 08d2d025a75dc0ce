package io.askwell.ask.domain.draft;

/**
 * The numbers of texts and of when to send them.
 *
 * @param mostSummaryWords of the context summary, included
 * @param establishedFromInteractions the number of interactions from which a relationship is established
 * @param rewardMention whether a person may pick a draft that speaks of what both sides gain
 * @param workingHours of the customer's own clock
 * @param emailSlot in which an e-mail is best sent, of the customer's own clock
 */
public record DraftPolicy(
        int mostSummaryWords,
        int establishedFromInteractions,
        boolean rewardMention,
        WorkingHours workingHours,
        WeeklySlot emailSlot) {

    public DraftPolicy {
        if (mostSummaryWords < 1) {
            throw new IllegalArgumentException("mostSummaryWords must be 1 or more");
        }
        if (establishedFromInteractions < 1) {
            throw new IllegalArgumentException("establishedFromInteractions must be 1 or more");
        }
        if (emailSlot.from().isBefore(workingHours.from()) || emailSlot.to().isAfter(workingHours.to())) {
            throw new IllegalArgumentException("emailSlot must lie within workingHours");
        }
    }
}
