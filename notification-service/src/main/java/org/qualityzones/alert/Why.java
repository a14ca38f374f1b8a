package org.qualityzones.alert;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that agrees.
 *
 * @param weight 0.00 to 1.00 as text
 */
@Schema(name = "AlertMatchReason")
record Why(String field, String ours, String theirs, String weight) {}
