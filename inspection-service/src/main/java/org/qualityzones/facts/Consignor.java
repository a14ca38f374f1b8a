package org.qualityzones.facts;

/**
 * The consignor (发货人), as last known.
 *
 * @param known whether this consignor was ever heard of
 */
public record Consignor(boolean known, PartyStatus status, Suspension suspension, CreditLevel creditLevel) {

    public static final Consignor DEFAULT =
            new Consignor(true, PartyStatus.ACTIVE, Suspension.NONE, CreditLevel.UNRATED);
}
