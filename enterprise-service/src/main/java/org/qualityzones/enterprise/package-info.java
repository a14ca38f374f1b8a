/** Enterprises: who produces or consigns, with area, class, credit, standing and the agents it lists. */
package org.qualityzones.enterprise;
