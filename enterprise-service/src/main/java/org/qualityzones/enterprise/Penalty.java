package org.qualityzones.enterprise;

import java.time.LocalDate;

/** An administrative penalty that counts: its day and the category of its credit record. */
public record Penalty(LocalDate on, String kind) {}
