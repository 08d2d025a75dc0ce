package io.askwell.ask.domain;

import io.askwell.ask.domain.Ask.Pending;
import io.askwell.ask.domain.AskStep.Kind;
import io.askwell.ask.domain.DecisionResult.Decided;
import io.askwell.ask.domain.DecisionResult.TemplateRefused;
import io.askwell.ask.domain.OwnerCommand.Redraft;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.draft.Template;
import io.askwell.ask.domain.draft.wording.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the draft of a pending ask anew, from a template that its owner picked and from what is known by now. */
final class Redrafts {

    private final boolean rewardMention;
    private final DraftWriter writer;

    Redrafts(AskPolicy policy) {
        this.rewardMention = policy.drafts().rewardMention();
        this.writer = new DraftWriter(policy);
    }

    DecisionResult redraft(Customer customer, Pending pending, Redraft command, Instant now) {
        Assessment latest = customer.requireAssessment();
        Proposal proposal = pending.proposal();
        Optional<String> refusal = refusal(command.template(), latest, proposal);
        if (refusal.isPresent()) {
            return new TemplateRefused("template", refusal.get());
        }
        List<Wording> wordings = writer.wordings(command.template(), proposal.channel(), latest);
        Optional<Wording> wording = command.variant() == null
                ? Optional.of(writer.choose(
                        command.template(), proposal.channel(), customer.customerId(), latest, proposal.trigger()))
                : wordings.stream()
                        .filter(each -> each.name().equals(command.variant()))
                        .findFirst();
        if (wording.isEmpty()) {
            return new TemplateRefused(
                    "variant",
                    "must be one of " + wordings.stream().map(Wording::name).collect(Collectors.joining(", ")));
        }
        return writer.write(wording.get(), latest, proposal.trigger(), proposal.recipient())
                .<DecisionResult>map(written -> new Decided(List.of(new AskStep(
                        Kind.REDRAFTED, pending.redraft(written, latest.coveredThrough(), command.by()), now))))
                .orElseGet(() -> new TemplateRefused(
                        "template", "cannot be written: what the customer said breaks a rule of our texts"));
    }

    /** Why the template does not apply; empty when it does. What asks less plainly than allowed always does. */
    private Optional<String> refusal(Template template, Assessment assessment, Proposal proposal) {
        Trigger trigger = proposal.trigger();
        return switch (template) {
            case VALUE_FIRST ->
                unless(
                        Template.isAboutPeer(assessment, trigger),
                        "needs a peer whom the customer mentioned, and the mention as the trigger");
            case SAME_COMPANY ->
                unless(
                        Template.isAboutCompany(assessment, trigger),
                        "needs an upgrade, or the renewal of an enterprise customer, as the trigger");
            case SOFT -> Optional.empty();
            case DIRECT -> unless(mayAskPlainly(proposal), "is too plain: the score carries a soft mention only");
            case MUTUAL_BENEFIT ->
                unless(rewardMention, "needs a program that allows rewards to be mentioned")
                        .or(() ->
                                unless(mayAskPlainly(proposal), "is too plain: the score carries a soft mention only"));
        };
    }

    private static boolean mayAskPlainly(Proposal proposal) {
        return proposal.mode() == Mode.ASK_NOW;
    }

    private static Optional<String> unless(boolean applies, String why) {
        return applies ? Optional.empty() : Optional.of(why);
    }
}
