package org.qualityzones.facts;

import org.qualityzones.sampling.SamplingState;

/**
 * What became of the producer's earlier lots.
 *
 * @param sampling switching state of (producer, HS heading)
 * @param failedLots12m inspected lots not accepted in 12 months
 * @param passPerMille12m accepted of inspected lots in 12 months, 0 to 1000
 * @param lotDrawnBefore an earlier line of the same lot was drawn
 */
public record History(
        SamplingState sampling,
        long lots12m,
        long failedLots12m,
        long passPerMille12m,
        long returns12m,
        long notifications12m,
        boolean lotDrawnBefore) {

    public static final History DEFAULT = new History(SamplingState.NORMAL, 0, 0, 1000, 0, 0, false);

    public History withLotDrawnBefore(boolean drawnBefore) {
        return new History(
                sampling, lots12m, failedLots12m, passPerMille12m, returns12m, notifications12m, drawnBefore);
    }
}
