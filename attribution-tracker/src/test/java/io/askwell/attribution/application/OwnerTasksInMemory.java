package io.askwell.attribution.application;

import io.askwell.attribution.application.ReferralSearch.Place;
import io.askwell.attribution.domain.OwnerTask;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of tasks. */
final class OwnerTasksInMemory implements OwnerTasks {

    private final Map<UUID, OwnerTask> tasks = new HashMap<>();

    @Override
    public Map<UUID, OwnerTask> find(Set<UUID> referralIds) {
        Map<UUID, OwnerTask> found = new HashMap<>(tasks);
        found.keySet().retainAll(referralIds);
        return found;
    }

    @Override
    public void keep(Collection<OwnerTask> newest) {
        newest.forEach(task -> tasks.put(task.referralId(), task));
    }

    @Override
    public List<UUID> due(Instant now, int most) {
        return tasks.values().stream()
                .filter(task -> Optional.ofNullable(task.dueAt())
                        .filter(due -> !due.isAfter(now))
                        .isPresent())
                .map(OwnerTask::referralId)
                .toList();
    }

    @Override
    public List<OwnerTask> list(Filter filter, @Nullable Place after, int limit) {
        throw new IllegalStateException("no test lists here");
    }
}
