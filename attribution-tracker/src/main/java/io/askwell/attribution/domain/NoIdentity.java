package io.askwell.attribution.domain;

import java.util.Optional;

/** Neither an address nor an external id nor a telephone was given. */
final class NoIdentity implements FlagRule {

    @Override
    public Optional<Flagged> raise(FlagCase theCase) {
        return theCase.history().isRecognisable()
                ? Optional.empty()
                : Optional.of(new Flagged(
                        Flag.NO_IDENTITY,
                        "Nothing was given by which the lead could be recognised.",
                        FlagRule.refs(theCase.submissions())));
    }
}
