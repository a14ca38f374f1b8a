package org.qualityzones.draw;

import java.time.LocalDate;

/**
 * The seed of one day, opened.
 *
 * @param seed 32 secret bytes; they leave the service only once the day is over
 * @param commitment {@code sha-256:} and the hex of the seed's SHA-256
 */
record DailySeed(LocalDate day, byte[] seed, String commitment) {}
