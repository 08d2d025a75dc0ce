package io.askwell.ask;

import io.askwell.ask.application.Postbox;
import io.askwell.ask.email.SmtpPostbox;
import io.askwell.ask.email.SmtpSettings;
import io.askwell.ask.webhook.WebhookPostbox;
import io.askwell.ask.webhook.WebhookSettings;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The carrier of this site, if it has one. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    private static final String BY = "askwell.delivery.by";

    /** Wrapped, because a site without a carrier is no mistake. */
    record SiteCarrier(Optional<Postbox> postbox) {}

    @Bean
    SiteCarrier siteCarrier(Environment environment, InstantSource clock) {
        Binder binder = Binder.get(environment);
        String by = environment.getRequiredProperty(BY);
        return new SiteCarrier(
                switch (by) {
                    case "by_owner" -> Optional.empty();
                    case "email" ->
                        Optional.of(new SmtpPostbox(
                                binder.bind("askwell.delivery.email", SmtpSettings.class)
                                        .get(),
                                clock));
                    case "webhook" ->
                        Optional.of(new WebhookPostbox(
                                binder.bind("askwell.delivery.webhook", WebhookSettings.class)
                                        .get(),
                                clock));
                    default ->
                        throw new IllegalArgumentException(BY + " is one of email, webhook, by_owner, not " + by);
                });
    }
}
