package org.qualityzones.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * Membership of an enterprise in a zone. Key: {@code zone/uscc}.
 *
 * @param zone zone code
 * @param status {@code NOMINATED}, {@code ACTIVE}, {@code DECLINED} or {@code EXITED}
 * @param until day of exit, null while a member
 */
public record MembershipState(
        String id,
        String zone,
        String uscc,
        String status,
        LocalDate since,
        LocalDate until,
        List<Title> titles,
        long version) {

    /**
     * @param kind for example {@code DEMONSTRATION}
     * @param until null = open
     */
    public record Title(String kind, LocalDate from, LocalDate until) {}
}
