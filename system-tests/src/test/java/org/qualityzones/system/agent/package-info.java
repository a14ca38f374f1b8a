/**
 * A Java agent that the fault tests give to services, at their start or while they run: ends at named points and seeded
 * defects, woven into their classes. The services' own code and packages know nothing of it, so that no release has any of it.
 */
package org.qualityzones.system.agent;
