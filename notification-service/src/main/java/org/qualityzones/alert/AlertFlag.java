package org.qualityzones.alert;

/** What is doubtful about an alert as it came. */
public enum AlertFlag {
    /** The source's number was rebuilt and may be another's; the alert is known by its content. */
    REFERENCE_UNSURE,
    /** The source's number was destroyed on the way and is not guessed; the alert is known by its content. */
    REFERENCE_DAMAGED,
    /** Text that was read in the wrong character set was put right. */
    TEXT_REPAIRED
}
