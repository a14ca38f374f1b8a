package org.qualityzones.enterprise;

import java.time.LocalDate;

/** Honour of an enterprise, copied from its zone membership: kind, granting zone and its days, both included. */
public record Title(String kind, String grantedBy, LocalDate from, LocalDate until) {}
