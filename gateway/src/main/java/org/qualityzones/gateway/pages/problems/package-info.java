/** Where the type of a problem leads. */
package org.qualityzones.gateway.pages.problems;
