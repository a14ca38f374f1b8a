/** The edges of a request: its id, the size and text limits of its body, and exceptions as problem details. */
package org.qualityzones.web.http;
