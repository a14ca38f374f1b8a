package org.qualityzones.alert;

/** Life of an alert. */
enum AlertStatus {
    ACTIVE,
    WITHDRAWN,
    SUPERSEDED
}
