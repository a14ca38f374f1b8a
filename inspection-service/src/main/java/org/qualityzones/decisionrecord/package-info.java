/** Decisions as they are kept: facts and record byte for byte, append-only, read, verified and computed again. */
package org.qualityzones.decisionrecord;
