package org.qualityzones.alert;

import java.util.List;
import org.qualityzones.contracts.AlertState;

/**
 * What an alert says, as it is stored.
 *
 * @param notifyingCountry ISO 3166-1 alpha-2, null where unknown
 * @param uscc enterprise named by who recorded it, null where none
 * @param referenceAsGiven the source's number as the file had it, null where it is the reference itself
 */
public record AlertBody(
        String notifyingCountry,
        AlertState.Product product,
        String manufacturer,
        String uscc,
        AlertState.Risk risk,
        List<String> measures,
        String url,
        String referenceAsGiven) {}
