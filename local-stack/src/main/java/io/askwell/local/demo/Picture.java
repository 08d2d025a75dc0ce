package io.askwell.local.demo;

import io.askwell.local.product.Login;
import io.askwell.local.product.Service;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the product answers about the people of the story, each answer as it came.
 *
 * @param refusedEdit the answer to an edit that breaks a rule
 */
public record Picture(
        List<JsonNode> asks,
        JsonNode refusedEdit,
        List<JsonNode> readiness,
        List<JsonNode> referrals,
        List<JsonNode> reviews,
        List<JsonNode> rewards,
        List<JsonNode> transfers,
        JsonNode trialBalance) {

    static Picture of(PublicApi api, JsonNode refusedEdit) {
        var referrals = Stream.of(Cast.LEAD, Cast.CONTESTED_LEAD, Cast.EARLIER_LEAD)
                .map(email -> Cast.referral(api, email))
                .toList();
        return new Picture(
                Cast.CUSTOMERS.stream()
                        .flatMap(customer -> Cast.asks(api, customer).valueStream())
                        .toList(),
                refusedEdit,
                Cast.CUSTOMERS.stream()
                        .map(customer ->
                                PublicApi.required("The readiness of " + customer, Cast.readiness(api, customer)))
                        .toList(),
                referrals,
                openReviews(api, referrals),
                ofDeals(lead -> Cast.rewards(api, lead)),
                ofDeals(lead -> Cast.transfers(api, lead)),
                PublicApi.required(
                        "The trial balance",
                        api.get(Service.REWARD_LEDGER, Login.FINANCE, "/v1/ledger/trial-balance")));
    }

    private static List<JsonNode> ofDeals(Function<String, JsonNode> question) {
        return Stream.of(Cast.EARLIER_LEAD, Cast.LEAD)
                .flatMap(lead -> question.apply(lead).valueStream())
                .toList();
    }

    private static List<JsonNode> openReviews(PublicApi api, List<JsonNode> referrals) {
        return api.list(Service.ATTRIBUTION_TRACKER, Login.PROGRAM_OWNER, "/v1/reviews?status=open")
                .valueStream()
                .filter(review -> referrals.stream()
                        .anyMatch(referral -> referral.path("referralId").equals(review.path("referralId"))))
                .toList();
    }
}
