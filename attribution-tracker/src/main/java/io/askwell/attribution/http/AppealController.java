package io.askwell.attribution.http;

import io.askwell.attribution.application.AppealRuling;
import io.askwell.attribution.application.AttributionObserver;
import io.askwell.transport.http.IdempotentCommands;
import io.askwell.transport.http.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Appeals against rulings. */
@RestController
public final class AppealController {

    private final AppealRuling appealRuling;
    private final IdempotentCommands commands;
    private final AttributionObserver observer;

    public AppealController(AppealRuling appealRuling, IdempotentCommands commands, AttributionObserver observer) {
        this.appealRuling = appealRuling;
        this.commands = commands;
        this.observer = observer;
    }

    @PostMapping("/v1/referrals/{referralId}/appeal")
    @Operation(
            summary = "Asks to have the ruling on a referral looked at again; answers the referral",
            description = "Possible once. The ruling stands until a person rules on the review that this opens.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReferralView.class)))
    ResponseEntity<?> appeal(
            @PathVariable String referralId,
            @RequestBody AppealRequest request,
            Authentication person,
            HttpServletRequest http) {
        return commands.answer(http, request, () -> {
            UUID id = Ids.parse(referralId).orElseThrow(AppealController::noSuchReferral);
            return switch (appealRuling.appeal(request.command(id, person.getName()))) {
                case AppealRuling.Outcome.Appealed appealed -> {
                    observer.appealed(appealed.change());
                    yield ResponseEntity.ok(ReferralView.of(appealed.change().after()));
                }
                case AppealRuling.Outcome.NoSuchReferral _ -> throw noSuchReferral();
                case AppealRuling.Outcome.NothingRuled _ ->
                    throw Refusal.conflict("nothing_ruled", "No person has ruled on this referral");
                case AppealRuling.Outcome.AlreadyAppealed _ ->
                    throw Refusal.conflict("already_appealed", "A ruling can be appealed once");
            };
        });
    }

    private static Refusal noSuchReferral() {
        return Refusal.notFound("No such referral");
    }
}
