package io.askwell.attribution.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attribution.domain.CustomerSignal;
import io.askwell.attribution.domain.CustomerUpdate;
import io.askwell.attribution.domain.FactId;
import io.askwell.signals.v1.CorrectionDetails;
import io.askwell.signals.v1.ProfileDetails;
import io.askwell.signals.v1.SignalKind;
import io.askwell.signals.v1.SignalPersonalData;
import io.askwell.signals.v1.SignalRecorded;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class CustomerRecordsTest {

    private static final Instant AT = Instant.parse("2026-10-02T12:00:00Z");
    private static final FactId ID = new FactId("crm", "p-1");

    @Test
    void anUpdateIsReadInCanonicalForm() {
        SignalRecorded signal = signal(SignalKind.customer_updated);
        signal.setRevision(2);
        signal.setProfile(ProfileDetails.newBuilder()
                .setCompany("Fox Freight")
                .setSignedUpAt(AT.minusSeconds(9))
                .setContractSignedAt(AT)
                .build());
        signal.setPersonal(SignalPersonalData.newBuilder()
                .setContactName("Dana Fox")
                .setEmail("Dana+news@Mail.Fox.example")
                .build());

        assertThat(CustomerRecords.signal(signal))
                .isEqualTo(new CustomerSignal.Updated(new CustomerUpdate(
                        ID,
                        2,
                        AT,
                        "Dana Fox",
                        "dana@mail.fox.example",
                        "fox.example",
                        "Fox Freight",
                        AT.minusSeconds(9),
                        AT)));
    }

    @Test
    void whatIsAbsentBlankOrNoAddressSaysNothing() {
        SignalRecorded signal = signal(SignalKind.customer_updated);
        signal.setPersonal(SignalPersonalData.newBuilder()
                .setContactName(" \0 ")
                .setEmail("dana at fox")
                .build());

        assertThat(CustomerRecords.signal(signal))
                .isEqualTo(
                        new CustomerSignal.Updated(new CustomerUpdate(ID, 0, AT, null, null, null, null, null, null)));
    }

    @Test
    void aRetractionSaysWhatItTakesBack() {
        SignalRecorded signal = signal(SignalKind.signal_retracted);
        signal.setCorrection(new CorrectionDetails("crm/p-0"));

        assertThat(CustomerRecords.signal(signal)).isEqualTo(new CustomerSignal.Retracted(ID, 0, AT, "crm/p-0"));
    }

    @ParameterizedTest
    @EnumSource(
            value = SignalKind.class,
            mode = Mode.EXCLUDE,
            names = {"customer_updated", "signal_retracted"})
    void anyOtherKindShowsThatThereIsACustomer(SignalKind kind) {
        assertThat(CustomerRecords.signal(signal(kind))).isEqualTo(new CustomerSignal.Seen(ID, 0, AT));
    }

    private static SignalRecorded signal(SignalKind kind) {
        return SignalRecorded.newBuilder()
                .setSource("crm")
                .setId("p-1")
                .setCustomerId("C-100")
                .setKind(kind)
                .setOccurredAt(AT)
                .build();
    }
}
