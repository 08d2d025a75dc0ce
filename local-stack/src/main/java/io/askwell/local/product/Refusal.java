package io.askwell.local.product;

import java.nio.file.Path;

/** Why a product was not started, before anything was touched. */
public sealed interface Refusal {

    /** One line that says what is wrong and what to do. */
    String line();

    record PortTaken(int port, String wantedBy, int suggestedOffset) implements Refusal {
        @Override
        public String line() {
            return "Port %d, which %s needs, is taken by another program. Free it, or move all ports: ./askwell up --port-offset %d"
                    .formatted(port, wantedBy, suggestedOffset);
        }
    }

    record DiskNearlyFull(Path directory, long freeBytes) implements Refusal {
        @Override
        public String line() {
            return "Only %d MiB are free where %s lies, and Askwell needs 1024. Free some, or choose another place: --data DIR"
                    .formatted(freeBytes >> 20, directory);
        }
    }

    record ForeignDirectory(Path directory) implements Refusal {
        @Override
        public String line() {
            return directory
                    + " has other files in it and is not a data directory of Askwell. Choose another: --data DIR";
        }
    }

    record RunsOnOtherPorts(int offset) implements Refusal {
        @Override
        public String line() {
            return "This product already runs with --port-offset %d. Stop it first: ./askwell down".formatted(offset);
        }
    }

    record Busy(Path directory) implements Refusal {
        @Override
        public String line() {
            return "Another askwell command is starting or stopping the product in " + directory
                    + ". Wait for it to end.";
        }
    }

    record NotBuilt(Service service) implements Refusal {
        @Override
        public String line() {
            return service.label() + " is not built. Build it: ./mvnw -DskipTests package";
        }
    }
}
