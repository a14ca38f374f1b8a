package org.qualityzones.draw;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The draw of a day as anyone may check it.
 *
 * @param commitment {@code sha-256:} and the hex of the seed's SHA-256
 * @param seed hex; null until the day is over in Asia/Shanghai
 * @param revealedAt when the seed became public; null until then
 */
record DrawView(LocalDate date, String commitment, String seed, Instant revealedAt) {}
