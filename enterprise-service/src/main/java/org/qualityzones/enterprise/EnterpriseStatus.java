package org.qualityzones.enterprise;

/** Standing of an enterprise; a suspension is told apart from it. */
public enum EnterpriseStatus {
    ACTIVE,
    RECTIFYING,
    DEREGISTERED
}
