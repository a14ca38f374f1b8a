/** Complaints: what anybody, without logging in, tells about the quality of exported goods. */
package org.qualityzones.complaint;
