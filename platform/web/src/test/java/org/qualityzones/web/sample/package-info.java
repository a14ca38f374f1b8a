/** A tiny service on the conventions, for their tests. */
package org.qualityzones.web.sample;
