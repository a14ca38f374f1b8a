package org.qualityzones.credit;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.qualityzones.enterprise.CreditLevel;
import org.qualityzones.web.codes.NameText;
import org.qualityzones.web.codes.Text;

/** What may be asked about credit records. */
final class CreditCommands {
    private CreditCommands() {}

    /**
     * Puts an entry on the credit file.
     *
     * @param kind absent: a rating where {@code level} is given without severity, else an incident
     * @param severity needed but for a rating
     * @param level of a rating; of a penalty or incident the best level it leaves, by severity where absent
     * @param occurredOn today where absent
     * @param until last day on which it counts
     * @param instrument document it rests on, such as the number of a decision
     */
    record Enter(
            CreditKind kind,
            @NotNull CreditCategory category,
            Severity severity,
            CreditLevel level,
            LocalDate occurredOn,
            LocalDate until,
            @NotNull @Text String reason,
            @NameText String instrument) {}

    /** An action of the workflow {@code credit-record}. */
    record Transition(
            @NotNull @NameText String action, @Text String reason) {}
}
