/** Hypothetical decisions: what would be decided of a declaration, on the facts on record or on given ones; nothing is kept. */
package org.qualityzones.evaluation;
