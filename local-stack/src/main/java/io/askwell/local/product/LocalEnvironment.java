package io.askwell.local.product;

import io.askwell.local.server.ServerFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The addresses and log-ins of a running product, by the names under which {@code local.env} gives them to people. */
public final class LocalEnvironment {

    private LocalEnvironment() {}

    static Map<String, String> of(Product product) {
        var values = new LinkedHashMap<String, String>();
        for (var service : Service.values()) {
            values.put("ASKWELL_" + service.name() + "_URL", product.url(service));
        }
        values.put("ASKWELL_KAFKA", product.broker().bootstrapServers());
        values.put("ASKWELL_REGISTRY_URL", product.registry().confluentUrl());
        values.put("ASKWELL_DB_URL", product.database().uri());
        var tokens = product.tokens();
        for (var login : Login.values()) {
            values.put(login.variable(), tokens.mint(login.subject(), login.role()));
        }
        return values;
    }

    static String render(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue() + "\n")
                .collect(Collectors.joining());
    }

    static void write(Product product) {
        try {
            PrivateFiles.write(product.directory().localEnv(), render(of(product)));
        } catch (IOException e) {
            throw new ServerFailedException("Could not write local.env: " + e.getMessage(), e);
        }
    }

    /** What {@code up} wrote. */
    public static Map<String, String> read(DataDirectory directory) {
        try (var lines = Files.lines(directory.localEnv())) {
            return lines.filter(line -> line.contains("="))
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        } catch (IOException e) {
            throw new ServerFailedException(directory.localEnv() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
