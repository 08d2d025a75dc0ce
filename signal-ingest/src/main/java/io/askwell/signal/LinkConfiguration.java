package io.askwell.signal;

import io.askwell.leads.v1.LeadReported;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.schemas.leads.LeadKey;
import io.askwell.signal.application.FactLog;
import io.askwell.signal.application.FollowLink;
import io.askwell.signal.application.MakeLink;
import io.askwell.signal.application.TakeReports;
import io.askwell.signal.domain.LeadReport;
import io.askwell.signal.domain.LinkCodes;
import io.askwell.signal.domain.LinkTargets;
import io.askwell.signal.http.HmacSeal;
import io.askwell.signal.http.LinkController;
import io.askwell.signal.http.RateLimit;
import io.askwell.signal.http.RedirectController;
import io.askwell.signal.kafka.FactPublisher;
import io.askwell.signal.kafka.LeadMapper;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

/** The wiring of referral links: made for those with a token, followed by anybody. */
@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

    @Bean
    LinkController linkController(MakeLink makeLink, @Value("${askwell.links.base}") URI base) {
        return new LinkController(makeLink, base);
    }

    @Bean
    MakeLink makeLink(
            LinkTargets targets,
            LinkCodes codes,
            TakeReports<LeadReport, LeadReported> takeLeads,
            InstantSource clock) {
        return new MakeLink(targets, codes, takeLeads, clock);
    }

    @Bean
    RedirectController redirectController(
            FollowLink followLink, @Value("${askwell.links.rate}") int perSecond, InstantSource clock) {
        return new RedirectController(followLink, new RateLimit(perSecond, clock));
    }

    @Bean
    FollowLink followLink(
            LinkTargets targets,
            LinkCodes codes,
            FactLog<LeadReported> clickLog,
            SignalIngestMetrics metrics,
            InstantSource clock) {
        var takeClicks = new TakeReports<>(new LeadMapper(), clickLog, metrics.of("clicks"), clock);
        return new FollowLink(targets, codes, takeClicks, UUID::randomUUID, clock);
    }

    /** As leads are written, but a visitor does not wait as long as a program does. */
    @Bean
    FactLog<LeadReported> clickLog(
            AvroSerdes serdes,
            KafkaTemplate<String, byte[]> kafka,
            @Value("${askwell.links.click-patience}") Duration patience) {
        return new FactPublisher<>(
                TopicCatalogue.LEADS,
                serdes.serializer(TopicCatalogue.LEADS),
                LeadKey::of,
                LeadMapper::event,
                kafka,
                patience);
    }

    @Bean
    LinkCodes linkCodes(LinkTargets targets, @Value("${askwell.links.secret}") String secret) {
        return new LinkCodes(targets.isEmpty() ? HmacSeal.unknown() : HmacSeal.under(secret));
    }

    @Bean
    LinkTargets linkTargets(@Value("${askwell.links.targets}") String targets) {
        return LinkTargets.of(targets);
    }
}
