package io.askwell.ask.domain;

import io.askwell.ask.domain.Ask.Open;
import io.askwell.ask.domain.ContinuingRule.BandHolds;
import io.askwell.ask.domain.ContinuingRule.EvidenceNotRetracted;
import io.askwell.ask.domain.ContinuingRule.EvidenceNotRevised;
import io.askwell.ask.domain.ContinuingRule.NoConcern;
import io.askwell.ask.domain.ContinuingRule.NotTooEarly;
import io.askwell.ask.domain.CustomerRule.ControlGroup;
import io.askwell.ask.domain.CustomerRule.CoolDown;
import io.askwell.ask.domain.CustomerRule.CoolDownAfterPoliteNo;
import io.askwell.ask.domain.CustomerRule.MostPerQuarter;
import io.askwell.ask.domain.CustomerRule.NeverAsk;
import io.askwell.ask.domain.CustomerRule.NotBefore;
import io.askwell.ask.domain.OpeningRule.OneAtATime;
import io.askwell.ask.domain.OpeningRule.TriggerUsedOnce;
import io.askwell.ask.domain.customer.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All reasons not to open an ask, and not to let an open one go on. None means yes. */
public final class Objections {

    private final List<AskRule> rules;

    public Objections(AskPolicy policy) {
        this.rules = List.of(
                new NoConcern(),
                new NotTooEarly(),
                new BandHolds(),
                new EvidenceNotRetracted(),
                new EvidenceNotRevised(),
                new OneAtATime(),
                new TriggerUsedOnce(),
                new ControlGroup(policy.controlShare()),
                new CoolDown(policy.coolDown()),
                new CoolDownAfterPoliteNo(policy.coolDownAfterPoliteNo()),
                new NeverAsk(),
                new NotBefore(),
                new MostPerQuarter());
    }

    /** Why the customer may not be asked at all now. */
    public List<Objection> toAsking(Customer customer, Instant now) {
        return collect(rule -> switch (rule) {
            case CustomerRule of -> of.objection(customer, now).stream();
            case OpeningRule _, ContinuingRule _ -> Stream.of();
        });
    }

    /** Why the trigger may not open an ask now. */
    List<Objection> toOpening(Customer customer, Trigger trigger, Instant now) {
        return collect(rule -> switch (rule) {
            case CustomerRule of -> of.objection(customer, now).stream();
            case OpeningRule of -> of.objection(customer, trigger).stream();
            case ContinuingRule _ -> Stream.of();
        });
    }

    /** Why an ask may not be approved, released, or returned from deferral. */
    List<Objection> toContinuing(Customer customer, Open ask, Instant now) {
        return collect(rule -> switch (rule) {
            case CustomerRule of -> of.objection(customer, now).stream();
            case ContinuingRule of -> of.objections(customer, ask).stream();
            case OpeningRule _ -> Stream.of();
        });
    }

    private List<Objection> collect(Function<AskRule, Stream<Objection>> question) {
        return rules.stream().flatMap(question).toList();
    }
}
