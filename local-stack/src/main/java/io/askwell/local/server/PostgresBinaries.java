package io.askwell.local.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL for this platform, unpacked once from the class path. */
final class PostgresBinaries {

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks when needed; several processes may ask at once. */
    static synchronized PostgresBinaries in(Path home) {
        try {
            Exclusively.run(home.resolveSibling(home.getFileName() + ".lock"), () -> {
                if (!Files.isDirectory(home)) {
                    unpack(home);
                }
            });
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new ServerFailedException("Could not unpack PostgreSQL into " + home + ": " + e.getMessage(), e);
        }
    }

    /**
     * The command line of one program. PostgreSQL refuses to run as root; a user namespace of its own shows it another
     * user without changing who owns the files.
     */
    List<String> command(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void unpack(Path home) throws IOException {
        var archive = "postgres-" + platform() + ".txz";
        var unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
        Trees.delete(unfinished);
        try (var packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new IOException("there are no programs for this platform (" + archive + ")");
            }
            unpack(packed, unfinished);
        }
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        if ((entry.getMode() & 0b001_000_000) != 0) {
            var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch");
        return (system.contains("mac") ? "darwin" : system.replace(' ', '_')) + "-"
                + (processor.equals("aarch64") ? "arm_64" : "x86_64");
    }
}
