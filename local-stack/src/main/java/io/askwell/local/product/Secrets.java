package io.askwell.local.product;

import io.askwell.local.server.ServerFailedException;
import io.askwell.local.server.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The passwords and the token keys of one product, made when they are first needed and kept in files of its owner. */
final class Secrets {

    private static final int PASSWORD_BYTES = 24;

    private final Path directory;

    Secrets(Path directory) {
        this.directory = directory;
    }

    String password(String role) {
        var file = directory.resolve(role + ".password");
        try {
            if (!Files.exists(file)) {
                var random = new byte[PASSWORD_BYTES];
                new SecureRandom().nextBytes(random);
                PrivateFiles.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ServerFailedException("The password file " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    Tokens tokens() {
        return Tokens.load(directory);
    }
}
