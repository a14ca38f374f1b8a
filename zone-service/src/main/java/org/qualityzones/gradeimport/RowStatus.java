package org.qualityzones.gradeimport;

import java.util.Locale;

/** What a row changed. */
enum RowStatus {
    CREATED,
    UPDATED,
    UNCHANGED;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
