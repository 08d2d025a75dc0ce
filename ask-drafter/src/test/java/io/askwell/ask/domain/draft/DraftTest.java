package io.askwell.ask.domain.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DraftTest {

    @Test
    void theHashIsOfSubjectNewlineBody() {
        var draft = new Draft(1, Template.SOFT, "v", "a", "b", "template", List.of(), null);

        assertThat(draft.textHash()).isEqualTo("7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78");
    }
}
