package org.qualityzones.system.load;

/**
 * How much a load asks for.
 *
 * @param perSecond requests, of which one in {@link Mix#OF} is a declaration
 * @param capacity that was measured, of which this is a part; null where none was
 */
public record Rate(double perSecond, Double capacity) {}
