package io.askwell.schemas.leads;

import io.askwell.event.v1.IntroductionBasis;
import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.Money;
import io.askwell.event.v1.SourceChannel;
import io.askwell.leads.v1.LeadPersonalData;
import io.askwell.leads.v1.LeadReported;
import io.askwell.leads.v1.LeadSubmission;
import io.askwell.leads.v1.LeadUpdate;
import io.askwell.schemas.Violation;
import io.askwell.schemas.signals.SignalContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a valid lead record is; applied at the door and by every reader. Pointers are those of the JSON form. */
public final class LeadContract {

    /** Upper bound of every text, in characters. */
    public static final int MOST_TEXT_CHARACTERS = 10_000;

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private LeadContract() {}

    /**
     * Everything that is wrong with a record, whoever wrote it.
     *
     * @param receivedAt when it was accepted; for a record, its timestamp
     */
    public static List<Violation> violations(LeadReported lead, Instant receivedAt) {
        List<Violation> violations = new ArrayList<>();
        SignalContract.checkId("/source", lead.getSource(), violations);
        SignalContract.checkId("/id", lead.getId(), violations);
        SignalContract.checkOccurredAt(lead.getOccurredAt(), receivedAt, violations);
        switch (lead.getKind()) {
            case submitted -> checkSubmission(lead.getSubmission(), violations);
            case updated -> checkUpdate(lead.getUpdate(), lead.getPersonal(), violations);
            case clicked -> {
                if (lead.getClick() == null) {
                    violations.add(new Violation("/click", "is required"));
                }
            }
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
        checkText("/lead/externalId", submission.getExternalId(), violations);
        checkText("/lead/company", submission.getCompany(), violations);
        checkText("/lead/website", submission.getWebsite(), violations);
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
        checkText("/reason", update.getReason(), violations);
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
        checkText("/lead/name", personal.getName(), violations);
        checkText("/lead/email", personal.getEmail(), violations);
        checkText("/lead/phone", personal.getPhone(), violations);
        checkText("/lead/title", personal.getTitle(), violations);
        checkText("/referrer/email", personal.getReferrerEmail(), violations);
        checkText("/referrer/name", personal.getReferrerName(), violations);
        checkText("/note", personal.getNote(), violations);
    }

    private static void checkText(String pointer, @Nullable String text, List<Violation> violations) {
        if (text != null && text.length() > MOST_TEXT_CHARACTERS) {
            violations.add(new Violation(pointer, "must have at most %,d characters".formatted(MOST_TEXT_CHARACTERS)));
        }
    }

    private static boolean present(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
