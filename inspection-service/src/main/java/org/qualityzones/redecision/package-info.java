/** Follows changes of facts up: finds the declarations they concern and has them looked at again. */
package org.qualityzones.redecision;
