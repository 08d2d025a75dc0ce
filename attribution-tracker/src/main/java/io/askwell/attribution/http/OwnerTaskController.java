package io.askwell.attribution.http;

import io.askwell.attribution.application.OwnerTasks;
import io.askwell.attribution.application.ReferralSearch.Place;
import io.askwell.attribution.domain.OwnerTask;
import io.askwell.attribution.domain.Words;
import io.askwell.transport.http.Page;
import io.askwell.transport.http.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What owners owe their referrals. */
@RestController
@RequestMapping("/v1/owner-tasks")
public final class OwnerTaskController {

    private static final String ACCOUNT_OWNER = "ROLE_account-owner";

    private final OwnerTasks tasks;

    public OwnerTaskController(OwnerTasks tasks) {
        this.tasks = tasks;
    }

    /**
     * A task as people see it.
     *
     * @param assignedTo owner or operator
     * @param dueAt when time alone changes it next
     */
    record OwnerTaskView(
            UUID referralId,
            String kind,
            String status,
            @Nullable String owner,
            String assignedTo,
            Instant since,
            @Nullable Instant dueAt) {

        static OwnerTaskView of(OwnerTask task) {
            return new OwnerTaskView(
                    task.referralId(),
                    Words.of(task.kind()),
                    Words.of(task.status()),
                    task.owner(),
                    task.isOperators() ? "operator" : "owner",
                    task.since(),
                    task.dueAt());
        }
    }

    @GetMapping
    @Operation(summary = "Tasks, the oldest first; an account owner sees own ones")
    Page<OwnerTaskView> list(
            @Parameter(description = "Person who works the lead") @RequestParam @Nullable String owner,
            @Parameter(description = "open, reminded, escalated or done") @RequestParam @Nullable String status,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor,
            Authentication caller) {
        int size = Page.size(limit);
        OwnerTasks.Filter filter = new OwnerTasks.Filter(visible(owner, caller), status(status));
        List<OwnerTask> found = tasks.list(filter, Places.after(cursor), size + 1);
        Page<OwnerTask> page = Page.of(found, size, last -> Places.cursor(new Place(last.since(), last.referralId())));
        return new Page<>(page.items().stream().map(OwnerTaskView::of).toList(), page.next());
    }

    private static @Nullable String visible(@Nullable String owner, Authentication caller) {
        boolean ownOnly =
                caller.getAuthorities().stream().anyMatch(authority -> ACCOUNT_OWNER.equals(authority.getAuthority()));
        if (!ownOnly) {
            return owner;
        }
        if (owner != null && !owner.equals(caller.getName())) {
            throw Refusal.forbidden("An account owner sees own tasks only");
        }
        return caller.getName();
    }

    private static OwnerTask.@Nullable Status status(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Stream.of(OwnerTask.Status.values())
                .filter(status -> Words.of(status).equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest("status is one of "
                        + Stream.of(OwnerTask.Status.values()).map(Words::of).collect(Collectors.joining(", "))));
    }
}
