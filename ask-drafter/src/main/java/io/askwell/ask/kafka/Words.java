package io.askwell.ask.kafka;

import io.askwell.ask.domain.Ask;
import io.askwell.ask.domain.AskStep;
import io.askwell.ask.domain.Mode;
import io.askwell.ask.domain.Person;
import io.askwell.ask.domain.PersonDecision.Verdict;
import io.askwell.ask.domain.customer.Channel;
import io.askwell.ask.domain.customer.TriggerKind;
import io.askwell.ask.domain.delivery.Carrier;
import io.askwell.ask.domain.draft.ReviewFlag;
import io.askwell.ask.domain.draft.Template;
import io.askwell.asks.v1.AskDecision;
import io.askwell.asks.v1.AskEventType;
import io.askwell.asks.v1.AskStatus;
import io.askwell.asks.v1.DeliveryMethod;
import io.askwell.event.v1.ContactChannel;
import io.askwell.event.v1.Readiness;
import java.util.List;
import java.util.Locale;

/** The contract's words for what the domain names. */
final class Words {

    private Words() {}

    static AskEventType type(AskStep.Kind kind) {
        return switch (kind) {
            case DRAFTED -> AskEventType.ask_drafted;
            case EDITED, REDRAFTED -> AskEventType.ask_edited;
            case APPROVED -> AskEventType.ask_approved;
            case DEFERRED -> AskEventType.ask_deferred;
            case RETURNED -> AskEventType.ask_returned;
            case ESCALATED -> AskEventType.ask_escalated;
            case DECLINED -> AskEventType.ask_declined;
            case WITHDRAWN -> AskEventType.ask_withdrawn;
            case EXPIRED -> AskEventType.ask_expired;
            case RELEASED -> AskEventType.ask_released;
            case DELIVERED -> AskEventType.ask_delivered;
            case ANSWERED -> AskEventType.ask_answered;
        };
    }

    static AskStatus status(Ask ask) {
        return switch (ask) {
            case Ask.Pending _ -> AskStatus.pending;
            case Ask.Approved _ -> AskStatus.approved;
            case Ask.Deferred _ -> AskStatus.deferred;
            case Ask.Declined _ -> AskStatus.declined;
            case Ask.Withdrawn _ -> AskStatus.withdrawn;
            case Ask.Expired _ -> AskStatus.expired;
            case Ask.Released _ -> AskStatus.released;
            case Ask.Answered _ -> AskStatus.answered;
        };
    }

    static DeliveryMethod method(Carrier carrier) {
        return switch (carrier) {
            case EMAIL -> DeliveryMethod.email;
            case WEBHOOK -> DeliveryMethod.webhook;
        };
    }

    static Readiness mode(Mode mode) {
        return switch (mode) {
            case ASK_NOW -> Readiness.ask_now;
            case SOFT_MENTION -> Readiness.soft_mention;
        };
    }

    static Readiness readiness(io.askwell.ask.domain.customer.Readiness readiness) {
        return switch (readiness) {
            case ASK_NOW -> Readiness.ask_now;
            case SOFT_MENTION -> Readiness.soft_mention;
            case WAIT -> Readiness.wait;
            case HOLD -> Readiness.hold;
        };
    }

    static io.askwell.event.v1.TriggerKind trigger(TriggerKind kind) {
        return switch (kind) {
            case ADVOCATE_SUCCESS -> io.askwell.event.v1.TriggerKind.advocate_success;
            case MILESTONE -> io.askwell.event.v1.TriggerKind.milestone;
            case NPS_PROMOTER -> io.askwell.event.v1.TriggerKind.nps_promoter;
            case PEER_MENTIONED -> io.askwell.event.v1.TriggerKind.peer_mentioned;
            case POSITIVE_FEEDBACK -> io.askwell.event.v1.TriggerKind.positive_feedback;
            case PROJECT_COMPLETED -> io.askwell.event.v1.TriggerKind.project_completed;
            case PUBLIC_PRAISE -> io.askwell.event.v1.TriggerKind.public_praise;
            case QBR_SUCCESS -> io.askwell.event.v1.TriggerKind.qbr_success;
            case RENEWAL -> io.askwell.event.v1.TriggerKind.renewal;
            case SUPPORT_WIN -> io.askwell.event.v1.TriggerKind.support_win;
            case UPGRADE -> io.askwell.event.v1.TriggerKind.upgrade;
        };
    }

    static ContactChannel channel(Channel channel) {
        return switch (channel) {
            case EMAIL -> ContactChannel.email;
            case IN_APP -> ContactChannel.in_app;
            case PHONE -> ContactChannel.phone;
            case LINKEDIN -> ContactChannel.linkedin;
        };
    }

    static String role(Person.Role role) {
        return switch (role) {
            case ACCOUNT_OWNER -> "account-owner";
            case PROGRAM_OWNER -> "program-owner";
            case OPERATOR -> "operator";
        };
    }

    static AskDecision verdict(Verdict verdict) {
        return switch (verdict) {
            case APPROVE -> AskDecision.approve;
            case DEFER -> AskDecision.defer;
            case DECLINE -> AskDecision.decline;
        };
    }

    static String template(Template template) {
        return lowerCase(template);
    }

    static List<String> flags(List<ReviewFlag> flags) {
        return flags.stream().map(Words::lowerCase).toList();
    }

    private static String lowerCase(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
