package org.qualityzones.ruleset;

/** What something is called, in Chinese and in English; both are there. */
public record Title(String zh, String en) {}
