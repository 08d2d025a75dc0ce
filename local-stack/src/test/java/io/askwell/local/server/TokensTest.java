package io.askwell.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    @TempDir
    Path directory;

    @Test
    void aTokenIsSignedWithTheKeyWhosePublicHalfIsPublished() throws Exception {
        var tokens = Tokens.load(directory);
        var parts = tokens.mint("rep-7", "account-owner").split("\\.", -1);

        var pem = Files.readString(Path.of(URI.create(tokens.publicKeyLocation())));
        var key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(
                        Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""))));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    void theKeyOfADirectoryIsMadeOnce() {
        assertThat(Tokens.load(directory).mint("pat", "program-owner"))
                .isEqualTo(Tokens.load(directory).mint("pat", "program-owner"));
    }

    @Test
    void aSubjectThatWouldChangeTheClaimsIsRefused() {
        var tokens = Tokens.load(directory);

        assertThatIllegalArgumentException().isThrownBy(() -> tokens.mint("x\",\"role\":[\"finance", "source"));
    }
}
