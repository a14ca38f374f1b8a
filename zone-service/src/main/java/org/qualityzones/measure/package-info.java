/** Facilitation measures: granted to a zone by the national authority, for headings and a roll of enterprises. */
package org.qualityzones.measure;
