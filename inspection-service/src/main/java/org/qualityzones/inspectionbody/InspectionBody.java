package org.qualityzones.inspectionbody;

import java.time.LocalDate;
import java.util.List;
import org.qualityzones.web.codes.LocalizedName;

/**
 * The jurisdiction of a directly subordinate bureau (直属局) in a period.
 *
 * @param bureau as in the {@code bureau} claim of tokens
 * @param areas prefixes of GB/T 2260
 * @param until last day; null when open
 * @param provenance {@code FOUND}, {@code SEED} or {@code CONFIGURED}
 */
record InspectionBody(
        String bureau,
        LocalizedName name,
        List<Branch> branches,
        List<String> areas,
        LocalDate from,
        LocalDate until,
        String provenance,
        String source) {

    /** A branch with the areas, within the bureau's, that it inspects. */
    record Branch(String code, LocalizedName name, List<String> areas) {}

    boolean inForce(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Digits of the longest prefix that covers the place; 0 when none does. */
    int covers(String place) {
        return areas.stream()
                .filter(place::startsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
