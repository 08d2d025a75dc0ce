package io.askwell.ask.postgres;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.askwell.ask.domain.delivery.Delivery;

/** By which word each kind of delivery is stored; the column {@code ask.delivery} is computed from it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "by_owner", value = Delivery.ByOwner.class),
    @JsonSubTypes.Type(name = "awaited", value = Delivery.Awaited.class),
    @JsonSubTypes.Type(name = "unknown", value = Delivery.Unknown.class),
    @JsonSubTypes.Type(name = "delivered", value = Delivery.Delivered.class),
    @JsonSubTypes.Type(name = "failed", value = Delivery.Failed.class)
})
interface DeliveryAsJson {}
