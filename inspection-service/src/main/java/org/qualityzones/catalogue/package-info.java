/** The dated catalogue of commodities subject to statutory inspection: imported, looked up by code and day. */
package org.qualityzones.catalogue;
