package org.qualityzones.contracts;

import java.time.LocalDate;

/** An enterprise became a member. */
public record MembershipAdmitted(LocalDate since) {}
