package io.askwell.local.server;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One recording to be made a cache of: {@code command} writes {@code unfinished}, which then becomes {@code cache}. */
public record Learning(List<String> command, Path unfinished, Path cache, Path recording) {

    /**
     * Makes the caches of these servers where there are recordings. Nobody waits for it: without a cache the next start is
     * merely slower.
     */
    public static void inBackground(Collection<? extends LocalServer> servers, Path log) {
        begin(servers.stream().flatMap(server -> server.program().stream()).toList(), log);
    }

    /**
     * Makes the caches of these programs where there are recordings, one after another in a process of its own that yields
     * to everything else; empty when there is nothing to make.
     */
    public static Optional<ProcessHandle> begin(Collection<JavaProgram> programs, Path log) {
        var script = programs.stream()
                .flatMap(program -> program.learning().stream())
                .map(Learning::script)
                .collect(Collectors.joining("; "));
        return script.isEmpty()
                ? Optional.empty()
                : Optional.of(Processes.launch(List.of("nice", "-n", "19", "/bin/sh", "-c", script), Map.of(), log));
    }

    private String script() {
        return "%s && mv %s %s; rm -f %s %s"
                .formatted(
                        command.stream().map(Learning::quoted).collect(Collectors.joining(" ")),
                        quoted(unfinished.toString()),
                        quoted(cache.toString()),
                        quoted(unfinished.toString()),
                        quoted(recording.toString()));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
