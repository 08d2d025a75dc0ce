package io.askwell.reward.http;

import io.askwell.reward.application.Anchors;
import io.askwell.reward.application.Chain;
import io.askwell.reward.application.VerifyChain;
import io.askwell.reward.domain.ledger.ChainLink;
import io.askwell.transport.http.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The chain that seals the books. */
@RestController
@RequestMapping("/v1/ledger/chain")
public final class ChainController {

    private final Chain chain;
    private final Anchors anchors;
    private final VerifyChain verifyChain;

    public ChainController(Chain chain, Anchors anchors, VerifyChain verifyChain) {
        this.chain = chain;
        this.anchors = anchors;
        this.verifyChain = verifyChain;
    }

    @GetMapping
    ChainView chain(
            @RequestParam(defaultValue = "false") boolean verify,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        int size = Page.size(limit);
        Page<ChainLink> page = Page.of(
                chain.links(Positions.after(cursor), size + 1), size, last -> Positions.cursor(last.position()));
        return new ChainView(
                page.items(),
                page.next(),
                chain.head().orElse(null),
                ChainView.AnchorView.of(anchors.newest().orElse(null)),
                verify ? ChainView.VerificationView.of(verifyChain.verify()) : null);
    }
}
