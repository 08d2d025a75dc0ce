package io.askwell.readiness.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks at every customer once after the policy has changed, some at a time, and goes on where it stopped. */
public final class FollowPolicy {

    private final StampedPolicy policy;
    private final PolicyMark mark;
    private final Customers customers;
    private final AssessReadiness assessReadiness;

    public FollowPolicy(StampedPolicy policy, PolicyMark mark, Customers customers, AssessReadiness assessReadiness) {
        this.policy = policy;
        this.mark = mark;
        this.customers = customers;
        this.assessReadiness = assessReadiness;
    }

    /** @return how many were looked at, at most so many */
    public int next(Instant now, int most) {
        if (mark.policy().filter(policy.hash()::equals).isEmpty()) {
            mark.begin(policy.hash());
        }
        Optional<String> reached = mark.reached();
        if (reached.isEmpty()) {
            return 0;
        }
        List<String> following = customers.after(reached.get(), most);
        following.forEach(customerId -> assessReadiness.underPolicy(customerId, policy.hash(), now));
        if (following.size() < most) {
            mark.end();
        } else {
            mark.reach(following.getLast());
        }
        return following.size();
    }
}
