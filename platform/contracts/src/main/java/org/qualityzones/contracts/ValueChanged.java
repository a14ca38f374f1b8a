package org.qualityzones.contracts;

/**
 * One coded value was decided anew.
 *
 * @param reason public reason, null where none was given
 */
public record ValueChanged(String from, String to, String reason) {}
