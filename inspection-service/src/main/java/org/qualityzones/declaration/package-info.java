/** Declarations for inspection: filed, decided line by line, cleared, withdrawn. */
package org.qualityzones.declaration;
