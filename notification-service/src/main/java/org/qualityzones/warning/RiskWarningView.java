package org.qualityzones.warning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.contracts.RiskWarningState;

/** A risk warning as clients see it. */
@Schema(name = "RiskWarning")
record RiskWarningView(
        UUID id,
        WarningCommands.Scope scope,
        int level,
        WarningMeasure measure,
        LocalDate from,
        LocalDate until,
        String reason,
        List<String> alertIds,
        WarningStatus status,
        Instant issuedAt,
        Instant liftedAt,
        String liftReason,
        long version) {

    static RiskWarningView of(RiskWarning warning) {
        RiskWarningState state = warning.state();
        RiskWarningState.Scope scope = state.scope();
        return new RiskWarningView(
                warning.id(),
                new WarningCommands.Scope(scope.hsPrefix(), scope.destination(), scope.uscc()),
                state.level(),
                warning.measure(),
                state.from(),
                state.until(),
                state.reason(),
                state.alertIds(),
                warning.status(),
                warning.issuedAt(),
                warning.liftedAt(),
                warning.liftReason(),
                warning.version());
    }

    /** A page of them, newest first. */
    @Schema(name = "RiskWarningPage")
    record Items(List<RiskWarningView> items, String nextCursor) {}
}
