/** Codes and texts as the world writes them, as Bean Validation constraints and small values. */
package org.qualityzones.web.codes;
