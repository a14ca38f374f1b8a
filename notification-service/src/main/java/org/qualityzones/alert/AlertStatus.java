package org.qualityzones.alert;

/** Life of an alert. */
public enum AlertStatus {
    ACTIVE,
    WITHDRAWN,
    SUPERSEDED
}
