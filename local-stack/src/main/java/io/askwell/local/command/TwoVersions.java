package io.askwell.local.command;

import tools.jackson.databind.JsonNode;

/** The version in force of a file of rules beside the one that is proposed. */
final class TwoVersions {

    private static final int SHORT_HASH = 12;

    private TwoVersions() {}

    /** @param file what the file describes, and {@code current} what its version in force is called */
    static String text(String file, String current, JsonNode inForce, JsonNode proposed) {
        var table = new Table(file, "VERSION", "HASH")
                .row(current, version(inForce), shortHash(inForce))
                .row("proposed", version(proposed), shortHash(proposed))
                .render();
        var sameName = version(inForce).equals(version(proposed));
        return sameName && !hash(inForce).equals(hash(proposed))
                ? table + "\nThe files differ though both say " + version(inForce)
                        + ": give the proposed one a version of its own before it is used."
                : table;
    }

    private static String version(JsonNode file) {
        return file.path("version").asString();
    }

    private static String hash(JsonNode file) {
        return file.path("hash").asString();
    }

    private static String shortHash(JsonNode file) {
        return hash(file).substring(0, Math.min(SHORT_HASH, hash(file).length()));
    }
}
