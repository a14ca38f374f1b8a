/** The quality file of an enterprise: a time line of the events of all services that concern it. */
package org.qualityzones.dossier;
