package io.askwell.local.product;

import io.askwell.local.mail.Mailbox;
import io.askwell.local.server.BrokerServer;
import io.askwell.local.server.DatabaseServer;
import io.askwell.local.server.Installation;
import io.askwell.local.server.Learning;
import io.askwell.local.server.LocalServer;
import io.askwell.local.server.MailServer;
import io.askwell.local.server.RegistryServer;
import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All servers of one product with their places, ports and passwords. Building it starts nothing. */
public final class Product {

    private static final String REGISTRY_ROLE = "registry";
    private static final String LINKS = "links";

    private final DataDirectory directory;
    private final Ports ports;
    private final Secrets secrets;
    private final Applications applications;
    private final Installation installation;

    public Product(Installation installation, DataDirectory directory, Ports ports) {
        this.installation = installation;
        this.directory = directory;
        this.ports = ports;
        this.secrets = new Secrets(directory.secrets());
        this.applications = new Applications(installation);
    }

    /** The product of this directory with the ports that it remembers. */
    public static Product in(DataDirectory directory) {
        return new Product(
                Installation.ofThisBuild(),
                directory,
                new Ports(directory.portOffset().orElse(0)));
    }

    public DataDirectory directory() {
        return directory;
    }

    Ports ports() {
        return ports;
    }

    Applications applications() {
        return applications;
    }

    ProcessRecords records() {
        return new ProcessRecords(directory.processes());
    }

    public Tokens tokens() {
        return secrets.tokens();
    }

    /** In the order in which they start. */
    public List<LocalServer> servers() {
        var servers = new ArrayList<LocalServer>(List.of(database(), broker(), registry(), mail()));
        servers.addAll(services());
        return List.copyOf(servers);
    }

    /** The process of a server, if it runs. */
    Optional<ProcessHandle> find(LocalServer server) {
        return records().find(server.name()).flatMap(ProcessRecord::process).or(server::stray);
    }

    /** Makes the next start faster with what this run has recorded; nobody waits for it. */
    void learn() {
        Learning.inBackground(servers(), installation.root().resolve("learning.log"));
    }

    DatabaseServer database() {
        return new DatabaseServer(
                installation,
                directory.postgresql(),
                ports.postgresql(),
                secrets.password(DatabaseServer.OWNER),
                DatabaseServer.Durability.FULL);
    }

    public BrokerServer broker() {
        return new BrokerServer(installation, directory.kafka(), ports.kafka());
    }

    public RegistryServer registry() {
        return new RegistryServer(
                installation,
                directory.registry(),
                ports.registry(),
                new RegistryServer.Storage.Database(databaseOf(REGISTRY_ROLE)));
    }

    MailServer mail() {
        return new MailServer(installation, directory.mail(), ports.mail());
    }

    /** Where the mails of this product land. */
    public Mailbox mailbox() {
        return mail().mailbox();
    }

    List<ServiceServer> services() {
        return Arrays.stream(Service.values()).map(this::server).toList();
    }

    /** Every role and schema that the product needs in its database. */
    List<ServiceDatabase> databases() {
        var roles = new ArrayList<>(List.of(REGISTRY_ROLE));
        Arrays.stream(Service.values())
                .filter(Service::hasDatabase)
                .map(Service::role)
                .forEach(roles::add);
        return roles.stream().map(this::databaseOf).toList();
    }

    String url(Service service) {
        return "http://127.0.0.1:" + ports.of(service);
    }

    private ServiceServer server(Service service) {
        return new ServiceServer(service, applications, directory.of(service), ports.of(service), settings(service));
    }

    private Map<String, String> settings(Service service) {
        var settings = new HashMap<>(Map.of(
                "SERVER_PORT", Integer.toString(ports.of(service)),
                "ASKWELL_KAFKA", broker().bootstrapServers(),
                "ASKWELL_REGISTRY", registry().url(),
                "ASKWELL_STATE_DIR", directory.of(service).resolve("state").toString(),
                "ASKWELL_TOKEN_KEY", tokens().publicKeyLocation(),
                // The allocator's default of many arenas holds memory that nothing uses.
                "MALLOC_ARENA_MAX", "2"));
        if (service.hasDatabase()) {
            var database = databaseOf(service.role());
            settings.put("ASKWELL_DB_JDBC_URL", database.jdbcUrl());
            settings.put("ASKWELL_DB_USER", database.user());
            settings.put("ASKWELL_DB_PASSWORD", database.password());
        }
        if (service == Service.SIGNAL_INGEST) {
            settings.putAll(links());
        }
        if (service == Service.ASK_DRAFTER) {
            settings.putAll(delivery());
        }
        return Map.copyOf(settings);
    }

    /** Links lead to a page that nobody serves: the address shows what a form would give back. */
    private Map<String, String> links() {
        return Map.of(
                "ASKWELL_LINK_TARGETS", "signup=https://askwell.example/signup",
                "ASKWELL_LINK_SECRET", secrets.password(LINKS),
                "ASKWELL_LINK_BASE", url(Service.SIGNAL_INGEST));
    }

    /** Asks leave by e-mail, and all mails land in the mailbox of this product. */
    private Map<String, String> delivery() {
        return Map.of(
                "ASKWELL_DELIVERY", "email",
                "ASKWELL_SMTP_HOST", "127.0.0.1",
                "ASKWELL_SMTP_PORT", Integer.toString(ports.mail()),
                "ASKWELL_SMTP_SECURITY", "none",
                "ASKWELL_MAIL_FROM", "Askwell <asks@askwell.example>");
    }

    private ServiceDatabase databaseOf(String role) {
        return new ServiceDatabase(database().jdbcUrl(), role, secrets.password(role));
    }
}
