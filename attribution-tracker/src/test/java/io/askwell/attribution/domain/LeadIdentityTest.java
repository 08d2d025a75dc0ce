package io.askwell.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeadIdentityTest {

    @Test
    void keysAreSortedAndHoldNoAddress() {
        assertThat(Facts.SAM.keys()).hasSize(2).isSorted().allMatch(key -> key.matches("[0-9a-f]{64}"));
    }

    @Test
    void whoHasNeitherAddressNorExternalIdHasNoKey() {
        assertThat(new LeadIdentity(null, null).keys()).isEmpty();
    }

    @Test
    void anAddressIsNoExternalIdOfTheSameText() {
        assertThat(new LeadIdentity("x", null).keys()).isNotEqualTo(new LeadIdentity(null, "x").keys());
    }
}
