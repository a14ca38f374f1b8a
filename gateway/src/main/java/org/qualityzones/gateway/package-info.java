/** The one door of the suite: decides who may pass and where to, then streams the request on unchanged. */
package org.qualityzones.gateway;
