package io.askwell.attribution.postgres;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import io.askwell.attribution.domain.CustomerProfile;
import io.askwell.attribution.domain.CustomerSignals;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LinkClick;
import io.askwell.attribution.domain.LinkFact;
import io.askwell.attribution.domain.LinkMade;
import io.askwell.attribution.domain.Merge;
import io.askwell.attribution.domain.Ruling;
import io.askwell.attribution.domain.StageReport;
import io.askwell.attribution.domain.Submission;
import io.askwell.attribution.domain.matching.LeadProfile;
import io.askwell.attribution.domain.matching.MatchScore;
import io.askwell.attribution.domain.note.Candidate;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored form of facts and rulings: the fields of their records. What was written once is read for ever, so a field may
 * be added but not renamed; a test holds samples of every form that was ever written.
 */
final class StoredJson {

    private static final String SUBMISSION = "submission";
    private static final String STAGE_REPORT = "stage_report";

    private static final String LINK_MADE = "link_made";
    private static final String LINK_CLICK = "link_click";

    private static final String CERTAIN_KEYS = "certain_keys";
    private static final String LIKENESS = "likeness";
    private static final String PERSON_SAID = "person_said";

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(visible -> visible.withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(Include.NON_NULL))
            // A list that was added later is absent from what was written before.
            .withConfigOverride(
                    List.class, lists -> lists.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .addMixIn(Candidate.class, CandidateForm.class)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Candidate.Address.class, name = "address"),
        @JsonSubTypes.Type(value = Candidate.CustomerId.class, name = "customer_id"),
        @JsonSubTypes.Type(value = Candidate.Person.class, name = "person")
    })
    private interface CandidateForm {}

    private StoredJson() {}

    static String kind(LeadFact fact) {
        return switch (fact) {
            case Submission _ -> SUBMISSION;
            case StageReport _ -> STAGE_REPORT;
        };
    }

    static String write(Object recorded) {
        return JSON.writeValueAsString(recorded);
    }

    static LeadFact fact(String kind, String content) {
        return switch (kind) {
            case SUBMISSION -> JSON.readValue(content, Submission.class);
            case STAGE_REPORT -> JSON.readValue(content, StageReport.class);
            default -> throw new IllegalStateException("no fact is stored as " + kind);
        };
    }

    static String kind(LinkFact fact) {
        return switch (fact) {
            case LinkMade _ -> LINK_MADE;
            case LinkClick _ -> LINK_CLICK;
        };
    }

    static LinkFact linkFact(String kind, String content) {
        return switch (kind) {
            case LINK_MADE -> JSON.readValue(content, LinkMade.class);
            case LINK_CLICK -> JSON.readValue(content, LinkClick.class);
            default -> throw new IllegalStateException("no fact about a link is stored as " + kind);
        };
    }

    static Ruling ruling(String content) {
        return JSON.readValue(content, Ruling.class);
    }

    static CustomerSignals customerSignals(String content) {
        return JSON.readValue(content, CustomerSignals.class);
    }

    static LeadProfile leadProfile(String content) {
        return JSON.readValue(content, LeadProfile.class);
    }

    static CustomerProfile customerProfile(String content) {
        return JSON.readValue(content, CustomerProfile.class);
    }

    static MatchScore likeness(String content) {
        return JSON.readValue(content, MatchScore.class);
    }

    static String reason(Merge.Reason reason) {
        return switch (reason) {
            case Merge.CertainKeys _ -> CERTAIN_KEYS;
            case Merge.Likeness _ -> LIKENESS;
            case Merge.PersonSaid _ -> PERSON_SAID;
        };
    }

    static Merge.Reason mergeReason(String reason, String content) {
        return switch (reason) {
            case CERTAIN_KEYS -> new Merge.CertainKeys();
            case LIKENESS -> JSON.readValue(content, Merge.Likeness.class);
            case PERSON_SAID -> JSON.readValue(content, Merge.PersonSaid.class);
            default -> throw new IllegalStateException("no merge is stored for the reason " + reason);
        };
    }
}
