package io.askwell.ask.webhook;

import io.askwell.ask.application.Letter;
import io.askwell.ask.application.Postbox;
import io.askwell.ask.domain.delivery.Carrier;
import io.askwell.ask.domain.delivery.Handover;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Posts letters to the endpoint of the site, one connection a letter. */
public final class WebhookPostbox implements Postbox {

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final WebhookSettings settings;
    private final StandardSignature signature;
    private final InstantSource clock;

    public WebhookPostbox(WebhookSettings settings, InstantSource clock) {
        this.settings = settings;
        this.signature = StandardSignature.of(settings.secret());
        this.clock = clock;
    }

    /** What the endpoint reads. */
    record Message(String type, Instant timestamp, LetterData data) {}

    record LetterData(
            String askId,
            String customerId,
            @Nullable String ownerId,
            Recipient recipient,
            String subject,
            String body,
            String textHash) {}

    record Recipient(@Nullable String name, String email) {}

    @Override
    public Carrier carrier() {
        return Carrier.WEBHOOK;
    }

    @Override
    public Duration timeLimit() {
        return settings.timeLimit();
    }

    @Override
    public Handover post(Letter letter) {
        try (var post = new OnePost(settings, settings.timeLimit())) {
            InetAddress[] addresses = InetAddress.getAllByName(settings.url().getHost());
            if (!settings.privateAddresses() && !Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
                return new Handover.Refused("private_address");
            }
            return post(letter, post, addresses[0]);
        } catch (UnknownHostException _) {
            return new Handover.NothingLeft("unknown_host");
        }
    }

    private Handover post(Letter letter, OnePost post, InetAddress address) {
        String id = "ask_" + letter.askId();
        Instant now = clock.instant();
        byte[] body = body(letter, now);
        Map<String, String> headers = headers(id, now, body);
        try {
            post.connect(address, shorter(CONNECT_PATIENCE, settings.timeLimit()));
        } catch (IOException _) {
            return new Handover.NothingLeft("no_connection");
        }
        try {
            return judged(post.send(headers, body), id);
        } catch (IOException _) {
            return new Handover.Unclear("no_answer");
        }
    }

    /** An endpoint that fails may have passed the letter on before it did; one that points elsewhere has not taken it. */
    private static Handover judged(int status, String id) {
        if (status < 300) {
            return new Handover.Taken(id);
        }
        if (status < 400) {
            return new Handover.Refused("redirect " + status);
        }
        return status < 500 ? new Handover.Refused("http " + status) : new Handover.Unclear("http " + status);
    }

    private Map<String, String> headers(String id, Instant now, byte[] body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Askwell");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", signature.sign(id, now.getEpochSecond(), body));
        return headers;
    }

    private static byte[] body(Letter letter, Instant now) {
        var data = new LetterData(
                letter.askId(),
                letter.customerId(),
                letter.ownerId(),
                new Recipient(letter.recipientName(), letter.recipientEmail()),
                letter.subject(),
                letter.body(),
                letter.textHash());
        return JSON.writeValueAsBytes(new Message("ask.released", now, data));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
