package org.qualityzones.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.qualityzones.web.calendar.BusinessDays;

/** The last day for a conclusion, in business days of Asia/Shanghai. */
@ApplicationScoped
class DueDates {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final BusinessDays calendar;
    private final int term;

    DueDates(BusinessDays calendar, InvestigationConfig config) {
        this.calendar = calendar;
        this.term = config.concludeWithin();
    }

    /** The day of the opening does not count. */
    LocalDate ofOpening(Instant openedAt) {
        return calendar.after(today(openedAt), term);
    }

    LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, SHANGHAI);
    }
}
