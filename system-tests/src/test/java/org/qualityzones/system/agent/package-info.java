/**
 * A Java agent that the fault tests start services with: ends at named points and seeded defects, woven into the classes as
 * they are loaded. The services' own code and packages know nothing of it, so that no release has any of it.
 */
package org.qualityzones.system.agent;
