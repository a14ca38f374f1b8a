package org.qualityzones.impact;

import java.time.Instant;

/**
 * Which decisions a report looks at.
 *
 * @param from decided at or after; null: 30 days before {@code until}
 * @param until decided before; null or to come: now
 */
record ImpactCommand(Instant from, Instant until) {}
