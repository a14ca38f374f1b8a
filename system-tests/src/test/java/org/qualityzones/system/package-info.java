/** What must hold for the whole suite, seen from outside. */
package org.qualityzones.system;
