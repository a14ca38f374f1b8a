package org.qualityzones.alert;

import java.util.List;
import java.util.UUID;

/**
 * Tells, inside the transaction, that an alert no longer holds.
 *
 * @param ids the alert and those in whose place it stood, which hold no longer either
 */
public record AlertWithdrawn(List<UUID> ids, String reason) {}
