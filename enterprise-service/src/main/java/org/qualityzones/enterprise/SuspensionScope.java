package org.qualityzones.enterprise;

/** What a suspended enterprise may not apply for: goods under statutory inspection, or any goods. */
public enum SuspensionScope {
    STATUTORY,
    ALL
}
