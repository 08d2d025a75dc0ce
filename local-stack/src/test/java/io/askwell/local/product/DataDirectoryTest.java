package io.askwell.local.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path scratch;

    @Test
    void aDirectoryRemembersItsPortOffset() {
        var directory = new DataDirectory(scratch.resolve("data"));
        assertThat(directory.portOffset()).isEqualTo(OptionalInt.empty());

        directory.mark(300);

        assertThat(directory.isAskwell()).isTrue();
        assertThat(directory.portOffset()).hasValue(300);
    }

    @Test
    void aDirectoryWithForeignFilesIsNotUsed() throws IOException {
        Files.writeString(scratch.resolve("thesis.txt"), "years of work");

        assertThat(new DataDirectory(scratch).isUsable()).isFalse();
    }

    @Test
    void anEmptyOrAbsentDirectoryIsUsed() {
        assertThat(new DataDirectory(scratch).isUsable()).isTrue();
        assertThat(new DataDirectory(scratch.resolve("absent")).isUsable()).isTrue();
    }

    @Test
    void aDirectoryInWhichAStartWasRefusedIsUsedAgain() throws IOException {
        var directory = new DataDirectory(scratch);
        Files.createFile(directory.lock());
        Files.createDirectory(directory.secrets());

        assertThat(directory.isUsable()).isTrue();
    }

    @Test
    void aDirectoryThatIsNotAskwellsIsNeverDeleted() throws IOException {
        var kafka = Files.createDirectory(scratch.resolve("kafka"));

        assertThatIllegalStateException().isThrownBy(() -> new DataDirectory(scratch).delete());
        assertThat(kafka).exists();
    }

    @Test
    void deletingTakesEverythingOfTheProductAndNothingElse() throws IOException {
        var directory = new DataDirectory(scratch.resolve("data"));
        directory.mark(0);
        Files.createDirectories(directory.kafka().resolve("data/topic-0"));
        Files.writeString(directory.kafka().resolve("data/topic-0/segment"), "records");
        var foreign = Files.writeString(directory.root().resolve("notes.txt"), "mine");

        directory.delete();

        assertThat(directory.root()).isDirectoryContaining(file -> file.equals(foreign));
        assertThat(directory.root().toFile().list()).hasSize(1);
        assertThat(directory.isAskwell()).isFalse();
    }

    @Test
    void theDirectoryItselfGoesWhenNothingElseIsInIt() {
        var directory = new DataDirectory(scratch.resolve("data"));
        directory.mark(0);

        directory.delete();

        assertThat(directory.root()).doesNotExist();
    }
}
