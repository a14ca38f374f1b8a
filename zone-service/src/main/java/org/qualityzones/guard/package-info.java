/** The rules that refuse an act on a zone, each with its name and what it rests on. */
package org.qualityzones.guard;
