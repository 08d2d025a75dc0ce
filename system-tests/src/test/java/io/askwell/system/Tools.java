package io.askwell.system;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Programs that a test may need and a machine may lack. */
final class Tools {

    private Tools() {}

    static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(Pattern.quote(File.pathSeparator), -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
