package io.askwell.schemas.leads;

import io.askwell.event.v1.IntroductionBasis;
import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.Money;
import io.askwell.event.v1.SourceChannel;
import io.askwell.event.v1.SourcePath;
import io.askwell.leads.v1.ClaimedReferrer;
import io.askwell.leads.v1.LeadPersonalData;
import io.askwell.leads.v1.LeadReported;
import io.askwell.leads.v1.LeadSubmission;
import io.askwell.leads.v1.LeadUpdate;
import io.askwell.leads.v1.LinkClick;
import io.askwell.leads.v1.LinkMade;
import io.askwell.schemas.Texts;
import io.askwell.schemas.Violation;
import io.askwell.schemas.signals.SignalContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a valid lead record is; applied at the door and by every reader. Pointers are those of the JSON form. */
public final class LeadContract {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private LeadContract() {}

    /**
     * Everything that is wrong with a record, whoever wrote it.
     *
     * @param receivedAt when it was accepted; for a record, its timestamp
     */
    public static List<Violation> violations(LeadReported lead, Instant receivedAt) {
        List<Violation> violations = new ArrayList<>();
        Texts.checkId("/source", lead.getSource(), violations);
        Texts.checkId("/id", lead.getId(), violations);
        SignalContract.checkOccurredAt(lead.getOccurredAt(), receivedAt, violations);
        switch (lead.getKind()) {
            case submitted -> checkSubmission(lead.getSubmission(), violations);
            case updated -> checkUpdate(lead.getUpdate(), lead.getPersonal(), violations);
            case clicked -> checkClick(lead.getClick(), violations);
            case link_made -> checkLink(lead.getLink(), violations);
            case UNRECOGNIZED -> {
                // A kind from a newer schema is not wrong; readers count it and go on.
            }
        }
        checkTexts(lead.getPersonal(), violations);
        return List.copyOf(violations);
    }

    private static void checkSubmission(@Nullable LeadSubmission submission, List<Violation> violations) {
        if (submission == null) {
            violations.add(new Violation("/lead", "is required"));
            return;
        }
        if (submission.getIntroductionBasis() == IntroductionBasis.UNRECOGNIZED) {
            violations.add(new Violation("/introductionBasis", "is not a known basis"));
        }
        if (submission.getSourcePath().getChannel() == SourceChannel.UNRECOGNIZED) {
            violations.add(new Violation("/sourcePath/channel", "is not a known channel"));
        }
        Texts.check("/lead/externalId", submission.getExternalId(), violations);
        Texts.check("/lead/company", submission.getCompany(), violations);
        Texts.check("/lead/website", submission.getWebsite(), violations);
        Texts.check("/lead/country", submission.getCountry(), violations);
        Texts.check("/askId", submission.getAskId(), violations);
        checkReferrer(submission.getReferrer(), violations);
        checkSourcePath(submission.getSourcePath(), violations);
    }

    private static void checkReferrer(@Nullable ClaimedReferrer referrer, List<Violation> violations) {
        if (referrer != null) {
            Texts.check("/referrer/customerId", referrer.getCustomerId(), violations);
            Texts.check("/referrer/partnerId", referrer.getPartnerId(), violations);
            Texts.check("/referrer/linkCode", referrer.getLinkCode(), violations);
        }
    }

    private static void checkSourcePath(SourcePath path, List<Violation> violations) {
        Texts.check("/sourcePath/linkCode", path.getLinkCode(), violations);
        Texts.check("/sourcePath/clickId", path.getClickId(), violations);
        if (path.getUtm() != null) {
            Texts.check("/sourcePath/utm/source", path.getUtm().getSource(), violations);
            Texts.check("/sourcePath/utm/medium", path.getUtm().getMedium(), violations);
            Texts.check("/sourcePath/utm/campaign", path.getUtm().getCampaign(), violations);
        }
    }

    private static void checkUpdate(
            @Nullable LeadUpdate update, @Nullable LeadPersonalData personal, List<Violation> violations) {
        if (update == null) {
            violations.add(new Violation("/stage", "is required"));
            return;
        }
        boolean named = present(update.getExternalId()) || (personal != null && present(personal.getEmail()));
        if (!named) {
            violations.add(new Violation("/lead", "needs an externalId or an email"));
        }
        if (update.getStage() == LeadStage.UNRECOGNIZED || update.getStage() == LeadStage.submitted) {
            violations.add(new Violation("/stage", "is not a stage that an update can report"));
        }
        if (update.getStage() == LeadStage.refunded && update.getValue() == null) {
            violations.add(new Violation("/value", "is required for refunded"));
        }
        if (update.getValue() != null) {
            checkMoney(update.getValue(), violations);
        }
        Texts.check("/lead/externalId", update.getExternalId(), violations);
        Texts.check("/owner", update.getOwner(), violations);
        Texts.check("/crmSource", update.getCrmSource(), violations);
        Texts.check("/reason", update.getReason(), violations);
    }

    private static void checkClick(@Nullable LinkClick click, List<Violation> violations) {
        if (click == null) {
            violations.add(new Violation("/click", "is required"));
            return;
        }
        Texts.checkId("/linkCode", click.getLinkCode(), violations);
        Texts.checkId("/clickId", click.getClickId(), violations);
    }

    private static void checkLink(@Nullable LinkMade link, List<Violation> violations) {
        if (link == null) {
            violations.add(new Violation("/link", "is required"));
            return;
        }
        Texts.checkId("/linkCode", link.getLinkCode(), violations);
        Texts.checkId("/target", link.getTarget(), violations);
        Texts.check("/madeBy", link.getMadeBy(), violations);
        if (link.getCustomerId() != null && link.getPartnerId() != null) {
            violations.add(new Violation("/partnerId", "must be absent where a customerId is given"));
        } else if (link.getCustomerId() != null) {
            Texts.checkId("/customerId", link.getCustomerId(), violations);
        } else if (link.getPartnerId() != null) {
            Texts.checkId("/partnerId", link.getPartnerId(), violations);
        } else {
            violations.add(new Violation("/customerId", "is required unless a partnerId is given"));
        }
    }

    private static void checkMoney(Money value, List<Violation> violations) {
        if (value.getAmountMinor() < 0) {
            violations.add(new Violation("/value/amountMinor", "must be 0 or more"));
        }
        if (!CURRENCY.matcher(value.getCurrency()).matches()) {
            violations.add(new Violation("/value/currency", "must be an ISO 4217 code such as USD"));
        }
    }

    private static void checkTexts(@Nullable LeadPersonalData personal, List<Violation> violations) {
        if (personal == null) {
            return;
        }
        Texts.check("/lead/name", personal.getName(), violations);
        Texts.check("/lead/email", personal.getEmail(), violations);
        Texts.check("/lead/phone", personal.getPhone(), violations);
        Texts.check("/lead/title", personal.getTitle(), violations);
        Texts.check("/referrer/email", personal.getReferrerEmail(), violations);
        Texts.check("/referrer/name", personal.getReferrerName(), violations);
        Texts.check("/note", personal.getNote(), violations);
    }

    private static boolean present(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
