package org.qualityzones.contracts;

/**
 * What changed in a membership; free text stays with the owner.
 *
 * @param action name of the act, such as {@code admit} or {@code strip-title}
 * @param title kind of the title concerned, null where none is
 */
public record MembershipChange(String action, String from, String to, String title) {}
