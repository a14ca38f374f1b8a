/** Applications for exemption from inspection (免验): from the producer's request to the authority's decision. */
package org.qualityzones.exemption;
