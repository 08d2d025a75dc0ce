package io.askwell.local.bench;

import io.askwell.local.server.JavaProgram;
import io.askwell.local.server.LocalServer;
import io.askwell.local.server.Processes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An application that reads the load, in a process of its own. */
sealed interface Contender {

    /** Its consumer group; of a Streams application the id, which is also the prefix of its internal topics. */
    String group();

    /** Everything that it keeps on this machine. */
    Path directory();

    Path log();

    JavaProgram program();

    ProcessHandle launch();

    /** The real service. */
    record Ours(String group, LocalServer server) implements Contender {

        @Override
        public Path directory() {
            return server.directory();
        }

        @Override
        public Path log() {
            return server.log();
        }

        @Override
        public JavaProgram program() {
            return server.program().orElseThrow();
        }

        @Override
        public ProcessHandle launch() {
            return server.launch();
        }
    }

    /** The reference. */
    record Copy(
            String group, Path directory, JavaProgram program, Map<String, String> environment, List<String> arguments)
            implements Contender {

        @Override
        public Path log() {
            return directory.resolve("copy.log");
        }

        @Override
        public ProcessHandle launch() {
            Processes.createDirectories(directory);
            return Processes.launch(program.command(arguments.toArray(String[]::new)), environment, log());
        }
    }
}
