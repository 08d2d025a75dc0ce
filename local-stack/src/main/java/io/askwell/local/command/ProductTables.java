package io.askwell.local.command;

import io.askwell.local.product.Login;
import io.askwell.local.product.Memory;
import io.askwell.local.product.Product;
import io.askwell.local.product.ServerState;
import io.askwell.local.product.ServerStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What commands say about a product, as tables for people and as values for programs. */
final class ProductTables {

    private ProductTables() {}

    static String addresses(Product product) {
        var table = new Table("PART", "ADDRESS");
        product.servers().forEach(server -> table.row(server.name(), server.address()));
        return table.render();
    }

    static String logins(Product product) {
        var table =
                new Table("ROLE", "PERSON", "TOKEN IN " + product.directory().localEnv());
        for (var login : Login.values()) {
            table.row(login.role(), login.subject(), login.variable());
        }
        return table.render();
    }

    static String statuses(List<ServerStatus> statuses) {
        var table = new Table("PART", "STATE", "PID", "SINCE", "MEMORY", "ADDRESS");
        for (var status : statuses) {
            var server = status.server();
            switch (status.state()) {
                case ServerState.Healthy healthy -> running(table, status, healthy.process());
                case ServerState.NotAnswering silent -> running(table, status, silent.process());
                case ServerState.Crashed crashed ->
                    table.row(server.name(), word(crashed), "", "", "", server.address());
                case ServerState.Stopped stopped ->
                    table.row(server.name(), word(stopped), "", "", "", server.address());
            }
        }
        return table.render();
    }

    static List<Map<String, Object>> statusValues(List<ServerStatus> statuses) {
        return statuses.stream().map(ProductTables::values).toList();
    }

    static List<Map<String, String>> loginValues() {
        return Arrays.stream(Login.values())
                .map(login -> Map.of("role", login.role(), "person", login.subject(), "variable", login.variable()))
                .toList();
    }

    static long memoryBytes(List<ServerStatus> statuses) {
        return statuses.stream()
                .mapToLong(status -> switch (status.state()) {
                    case ServerState.Healthy healthy -> Memory.residentBytes(healthy.process());
                    case ServerState.NotAnswering silent -> Memory.residentBytes(silent.process());
                    case ServerState.Crashed crashed -> 0;
                    case ServerState.Stopped stopped -> 0;
                })
                .sum();
    }

    private static Map<String, Object> values(ServerStatus status) {
        var values = new LinkedHashMap<String, Object>();
        values.put("name", status.server().name());
        values.put("state", word(status.state()).replace(' ', '_'));
        values.put("address", status.server().address());
        if (status.state() instanceof ServerState.Healthy healthy) {
            values.put("pid", healthy.process().pid());
            values.put("memoryBytes", Memory.residentBytes(healthy.process()));
        } else if (status.state() instanceof ServerState.NotAnswering silent) {
            values.put("pid", silent.process().pid());
            values.put("memoryBytes", Memory.residentBytes(silent.process()));
        }
        return values;
    }

    private static void running(Table table, ServerStatus status, ProcessHandle process) {
        var since = process.info()
                .startInstant()
                .map(start -> Figures.age(Duration.between(start, Instant.now())))
                .orElse("");
        table.row(
                status.server().name(),
                word(status.state()),
                Long.toString(process.pid()),
                since,
                Figures.memory(Memory.residentBytes(process)),
                status.server().address());
    }

    private static String word(ServerState state) {
        return switch (state) {
            case ServerState.Healthy healthy -> "healthy";
            case ServerState.NotAnswering silent -> "not answering";
            case ServerState.Crashed crashed -> "crashed";
            case ServerState.Stopped stopped -> "stopped";
        };
    }
}
