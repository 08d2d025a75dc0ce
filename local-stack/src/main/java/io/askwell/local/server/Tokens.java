package io.askwell.local.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Mints the bearer tokens of one data directory: JWTs signed with RS256, valid as long as the key pair in that
 * directory lives. The same person and role always give the same token.
 */
public final class Tokens {

    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final String PRIVATE_HEADER = "PRIVATE KEY";
    private static final String PUBLIC_HEADER = "PUBLIC KEY";

    private final Path publicKey;
    private final PrivateKey privateKey;

    private Tokens(Path publicKey, PrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /** Loads the key pair of a directory, and makes it there when there is none. */
    public static Tokens load(Path directory) {
        var privateFile = directory.resolve("token-private.pem");
        var publicFile = directory.resolve("token-public.pem");
        try {
            if (!Files.exists(privateFile)) {
                make(directory, privateFile, publicFile);
            }
            var encoded = fromPem(Files.readString(privateFile));
            var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new Tokens(publicFile, key);
        } catch (IOException | GeneralSecurityException e) {
            throw new ServerFailedException("The token keys in " + directory + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** A token for a person or source, for example {@code mint("rep-7", "account-owner")}. */
    public String mint(String subject, String role) {
        var header = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";
        var claims = "{\"sub\":\"%s\",\"role\":[\"%s\"]}".formatted(requireWord(subject), requireWord(role));
        var signed =
                base64(header.getBytes(StandardCharsets.UTF_8)) + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK signs with RSA", e);
        }
    }

    /** The public key (PEM) as a location that Spring resolves. */
    public String publicKeyLocation() {
        return publicKey.toUri().toString();
    }

    /** Public key first: a directory with a private key is complete, whenever the making was interrupted. */
    private static void make(Path directory, Path privateFile, Path publicFile)
            throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();
        Files.createDirectories(directory);
        Files.writeString(publicFile, toPem(PUBLIC_HEADER, pair.getPublic()));
        var unfinished = directory.resolve("token-private.pem.unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, toPem(PRIVATE_HEADER, pair.getPrivate()));
        Files.move(unfinished, privateFile);
    }

    private static String toPem(String header, Key key) {
        var encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(header, encoder.encodeToString(key.getEncoded()));
    }

    private static byte[] fromPem(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String requireWord(String word) {
        if (!WORD.matcher(word).matches()) {
            throw new IllegalArgumentException("Not a plain word: " + word);
        }
        return word;
    }
}
