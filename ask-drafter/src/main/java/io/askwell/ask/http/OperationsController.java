package io.askwell.ask.http;

import io.askwell.ask.application.QueueTopic;
import io.askwell.ask.application.RebuildQueue;
import io.askwell.ask.application.RebuildQueue.Rebuilt;
import io.askwell.transport.http.Refusal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What operators may set right. These commands change nothing that was decided and may be repeated at will, so they need no
 * idempotency key; one transaction around all their work, as a key would demand, would stop everybody meanwhile.
 */
@RestController
@RequestMapping("/v1/operations")
public final class OperationsController {

    private final RebuildQueue rebuildQueue;

    public OperationsController(RebuildQueue rebuildQueue) {
        this.rebuildQueue = rebuildQueue;
    }

    /** Returns once all is on its way to the topic. */
    @PostMapping("/rebuild-pending-asks")
    public RebuiltView rebuildPendingAsks() {
        try {
            Rebuilt rebuilt = rebuildQueue.rebuild();
            return new RebuiltView(rebuilt.queued(), rebuilt.removed());
        } catch (QueueTopic.MissingException missing) {
            throw Refusal.conflict("topic_missing", missing.getMessage() + "; create it first");
        }
    }

    /**
     * @param queued items that wait and were written again
     * @param removed items that the topic held though they no longer wait
     */
    public record RebuiltView(int queued, int removed) {}
}
