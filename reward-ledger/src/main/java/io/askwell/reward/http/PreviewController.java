package io.askwell.reward.http;

import io.askwell.reward.application.PreviewProgram;
import io.askwell.reward.application.PreviewProgram.Counts;
import io.askwell.reward.application.PreviewProgram.Preview;
import io.askwell.reward.application.PreviewProgram.Sum;
import io.askwell.reward.domain.Award;
import io.askwell.reward.domain.PolicyStamp;
import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.rule.Program;
import io.askwell.transport.http.Refusal;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a changed program would have promised. */
@RestController
@RequestMapping("/v1/rewards/preview")
public final class PreviewController {

    private final PreviewProgram previewProgram;
    private final Function<byte[], Program> reader;

    /** @param reader of a program's file; says what is wrong with one in an IllegalArgumentException */
    public PreviewController(PreviewProgram previewProgram, Function<byte[], Program> reader) {
        this.previewProgram = previewProgram;
        this.reader = reader;
    }

    record PreviewView(
            PolicyStamp inForce,
            PolicyStamp proposed,
            long conversions,
            List<PromisesView> promises,
            SortedMap<String, Counts> notEligible,
            long changed,
            List<ExampleView> examples) {}

    record PromisesView(String role, String form, String currency, Sum inForce, Sum proposed) {}

    record ExampleView(String referralId, String role, AwardView inForce, AwardView proposed) {}

    record AwardView(String rule, String form, MoneyView amount, List<RewardView.ReasonView> reasons) {

        static AwardView of(Award award) {
            return new AwardView(
                    award.rule(),
                    Word.of(award.form()),
                    new MoneyView(award.promisedMinor(), award.amount().currency()),
                    award.objections().stream().map(RewardView.ReasonView::of).toList());
        }
    }

    @PostMapping(consumes = "application/yaml")
    PreviewView preview(@RequestBody byte[] file) {
        return view(previewProgram.preview(program(file)));
    }

    private Program program(byte[] file) {
        try {
            return reader.apply(file);
        } catch (IllegalArgumentException wrong) {
            throw Refusal.unprocessable("", String.valueOf(wrong.getMessage()));
        }
    }

    private static PreviewView view(Preview preview) {
        return new PreviewView(
                preview.inForce(),
                preview.proposed(),
                preview.conversions(),
                preview.promises().stream()
                        .map(row -> new PromisesView(
                                Word.of(row.role()),
                                Word.of(row.form()),
                                row.currency(),
                                row.inForce(),
                                row.proposed()))
                        .toList(),
                preview.notEligible(),
                preview.changed(),
                preview.examples().stream()
                        .map(example -> new ExampleView(
                                example.referralId(),
                                Word.of(example.role()),
                                AwardView.of(example.inForce()),
                                AwardView.of(example.proposed())))
                        .toList());
    }
}
