package io.askwell.ask;

import io.askwell.ask.domain.AskPolicy;
import io.askwell.ask.domain.PolicyStamp;
import io.askwell.ask.domain.draft.DraftPolicy;
import io.askwell.ask.domain.draft.WeeklySlot;
import io.askwell.ask.domain.draft.WorkingHours;
import io.askwell.ask.domain.draft.lint.TextLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The versioned policy file. A number that is missing, unknown or out of bounds stops the service from starting. */
record AskPolicyFile(
        String version,
        Duration coolDown,
        Duration coolDownAfterPoliteNo,
        Duration returnedAskOpenFor,
        Duration longestDeferral,
        BigDecimal controlShare,
        int mostDraftWords,
        int mostSubjectCharacters,
        int mostInAppCharacters,
        int mostLinkedInCharacters,
        int mostSummaryWords,
        int establishedFromInteractions,
        boolean rewardMention,
        Hours workingHours,
        Slot emailSlot) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    record Hours(LocalTime from, LocalTime to) {}

    record Slot(DayOfWeek day, LocalTime from, LocalTime to) {}

    static AskPolicy load(Resource file) {
        try (InputStream stream = file.getInputStream()) {
            byte[] bytes = stream.readAllBytes();
            AskPolicyFile read = YAML.readValue(bytes, AskPolicyFile.class);
            return new AskPolicy(
                    new PolicyStamp(read.version, sha256(bytes)),
                    read.coolDown,
                    read.coolDownAfterPoliteNo,
                    read.returnedAskOpenFor,
                    read.longestDeferral,
                    read.controlShare,
                    read.textLimits(),
                    read.drafts());
        } catch (IOException e) {
            throw new UncheckedIOException("The ask policy cannot be read", e);
        }
    }

    private TextLimits textLimits() {
        return new TextLimits(mostDraftWords, mostSubjectCharacters, mostInAppCharacters, mostLinkedInCharacters);
    }

    private DraftPolicy drafts() {
        return new DraftPolicy(
                mostSummaryWords,
                establishedFromInteractions,
                rewardMention,
                new WorkingHours(workingHours.from, workingHours.to),
                new WeeklySlot(emailSlot.day, emailSlot.from, emailSlot.to));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
