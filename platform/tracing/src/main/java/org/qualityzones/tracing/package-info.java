/** Spans of the work at hand, sent to Zipkin where an operator asks for them. Nothing is made or kept otherwise. */
package org.qualityzones.tracing;
