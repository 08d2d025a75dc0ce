package io.askwell.local.product;

import java.nio.file.Path;

/** A service's application, unpacked: its own jar beside the folder of its libraries. */
record Application(Path directory) {

    Path jar() {
        return directory.resolve("application.jar");
    }

    Path libraries() {
        return directory.resolve("lib");
    }
}
