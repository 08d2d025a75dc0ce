package io.askwell.ask.http;

import io.askwell.ask.domain.OwnerCommand;
import io.askwell.ask.domain.Person;
import io.askwell.ask.domain.draft.Template;
import io.askwell.transport.http.Refusal;
import io.askwell.transport.http.Refusal.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person's wish for another draft. Without a variant it is the one that the drafter would choose. */
public record DraftRequest(
        @Nullable String template,
        @Nullable String variant,
        @Nullable Integer draftVersion) {

    OwnerCommand command(Person person) {
        Optional<Template> picked = Arrays.stream(Template.values())
                .filter(each -> Words.of(each).equals(template))
                .findFirst();
        List<Violation> violations = violations(picked.isPresent());
        if (!violations.isEmpty()) {
            throw Refusal.unprocessable(violations);
        }
        return new OwnerCommand.Redraft(person, Objects.requireNonNull(draftVersion), picked.orElseThrow(), variant);
    }

    private List<Violation> violations(boolean known) {
        var violations = new ArrayList<Violation>();
        if (!known) {
            String templates = Arrays.stream(Template.values()).map(Words::of).collect(Collectors.joining(", "));
            violations.add(new Violation("/template", "must be one of " + templates));
        }
        if (draftVersion == null) {
            violations.add(new Violation("/draftVersion", "is required: the version that you have read"));
        }
        return violations;
    }
}
