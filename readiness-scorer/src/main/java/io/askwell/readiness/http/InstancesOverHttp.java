package io.askwell.readiness.http;

import io.askwell.readiness.application.AdvocateSearch;
import io.askwell.readiness.application.Held;
import io.askwell.readiness.application.InstanceAddresses;
import io.askwell.readiness.application.OtherInstances;
import io.askwell.readiness.domain.Advocate;
import io.askwell.readiness.domain.AdvocateHistogram;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Asks all other instances at once for what they hold. */
public final class InstancesOverHttp implements OtherInstances {

    private static final Logger log = LoggerFactory.getLogger(InstancesOverHttp.class);

    private final InstanceAddresses addresses;
    private final InstanceClient client;
    private final JsonMapper json;

    public InstancesOverHttp(InstanceAddresses addresses, InstanceClient client, JsonMapper json) {
        this.addresses = addresses;
        this.client = client;
        // An answer with a word more or less than ours is of another version.
        this.json = json.rebuild()
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
    }

    @Override
    public List<Held<AdvocateHistogram>> histograms() {
        return answers("/v1/instance/advocate-histogram", HeldHistogramView.class)
                .map(HeldHistogramView::toHeld)
                .toList();
    }

    @Override
    public List<Held<List<Advocate>>> advocates(AdvocateSearch search) {
        var from = search.after() == null ? "" : "&cursor=" + AdvocateCursor.of(search.after());
        var path = "/v1/instance/advocates?lowestTenths=%d&most=%d%s"
                .formatted(search.lowest().tenths(), search.most(), from);
        return answers(path, HeldAdvocatesView.class)
                .map(HeldAdvocatesView::toHeld)
                .toList();
    }

    private <V> Stream<V> answers(String path, Class<V> view) {
        List<CompletableFuture<Optional<HttpResponse<byte[]>>>> asked = addresses.others().stream()
                .map(address -> client.get(address, path))
                .toList();
        return asked.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .filter(answer -> answer.statusCode() == HttpStatus.OK.value())
                .flatMap(answer -> read(answer, view).stream());
    }

    /** While instances are replaced one by one, another version may answer in other words. */
    private <V> Optional<V> read(HttpResponse<byte[]> answer, Class<V> view) {
        try {
            return Optional.of(json.readValue(answer.body(), view));
        } catch (JacksonException otherWords) {
            log.atWarn()
                    .addKeyValue("instance", answer.uri().getAuthority())
                    .setCause(otherWords)
                    .log("Another instance answers in words of another version");
            return Optional.empty();
        }
    }
}
