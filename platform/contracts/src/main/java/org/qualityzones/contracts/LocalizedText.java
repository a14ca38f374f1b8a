package org.qualityzones.contracts;

/** A name in Chinese and English, at least one of the two. */
public record LocalizedText(String zh, String en) {}
