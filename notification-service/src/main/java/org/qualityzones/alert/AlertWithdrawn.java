package org.qualityzones.alert;

import java.util.UUID;

/** Tells, inside the transaction, that an alert no longer holds. */
public record AlertWithdrawn(UUID id, String reason) {}
