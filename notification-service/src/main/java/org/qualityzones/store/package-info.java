/** Plain SQL on the service's own database, for the paths that handle many rows at once. */
package org.qualityzones.store;
