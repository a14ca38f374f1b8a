/** Corrective action (整改) after a lot or its documents did not conform, with one inspection after rework. */
package org.qualityzones.correctiveaction;
