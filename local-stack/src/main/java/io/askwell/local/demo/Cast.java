package io.askwell.local.demo;

import io.askwell.local.product.Login;
import io.askwell.local.product.Service;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who the story is about, and the questions about them. */
final class Cast {

    static final List<String> CUSTOMERS = List.of("C-100", "C-200", "C-300", "C-400", "C-500", "C-600", "C-700");

    /** The customer whose ask is approved and who then introduces a lead. */
    static final String ADVOCATE = "C-100";

    /** The customer whose ask somebody tries to sweeten; it stays pending. */
    static final String UNDECIDED = "C-500";

    /** The customer whose ask is put off. */
    static final String PUT_OFF = "C-600";

    /** The customer who opens a ticket while the ask waits. */
    static final String TROUBLED = "C-700";

    static final String LEAD = "sam.roe@roe-freight.example";

    /** Two customers name themselves as the referrer of this one. */
    static final String CONTESTED_LEAD = "kim.lee@norden-build.example";

    /** Referred and won long ago, so that what is paid for it can be paid now. */
    static final String EARLIER_LEAD = "ola.berg@fjord-line.example";

    private Cast() {}

    static PublicApi.Answer readiness(PublicApi api, String customer) {
        return api.get(Service.READINESS_SCORER, Login.PROGRAM_OWNER, "/v1/customers/" + customer + "/readiness");
    }

    static JsonNode asks(PublicApi api, String customer) {
        return api.list(Service.ASK_DRAFTER, Login.ACCOUNT_OWNER, "/v1/asks?customerId=" + customer);
    }

    /** The latest ask to a customer; a missing node while there is none. */
    static JsonNode ask(PublicApi api, String customer) {
        return asks(api, customer).path(0);
    }

    /** The referral of a lead; a missing node while there is none. */
    static JsonNode referral(PublicApi api, String email) {
        return api.list(Service.ATTRIBUTION_TRACKER, Login.PROGRAM_OWNER, "/v1/referrals?leadEmail=" + email)
                .path(0);
    }

    /** The rewards for a lead that became a customer; none while there is no referral. */
    static JsonNode rewards(PublicApi api, String lead) {
        return ofReferral(api, lead, Login.PROGRAM_OWNER, "/v1/rewards");
    }

    /** The reward of whoever referred the lead; a missing node while there is none. */
    static JsonNode referrersReward(PublicApi api, String lead) {
        return rewards(api, lead)
                .valueStream()
                .filter(reward -> reward.path("role").asString().equals("referrer"))
                .findFirst()
                .orElseGet(JsonMapper.shared()::missingNode);
    }

    /** What the ledger has booked for a lead. */
    static JsonNode transfers(PublicApi api, String lead) {
        return ofReferral(api, lead, Login.FINANCE, "/v1/ledger/transfers");
    }

    private static JsonNode ofReferral(PublicApi api, String lead, Login as, String path) {
        var referral = referral(api, lead).path("referralId");
        return referral.isMissingNode()
                ? JsonMapper.shared().createArrayNode()
                : api.list(Service.REWARD_LEDGER, as, path + "?referralId=" + referral.asString());
    }
}
