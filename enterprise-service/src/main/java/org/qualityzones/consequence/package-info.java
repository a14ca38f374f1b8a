/** What the service proposes by itself when a result of an inspection or an investigation arrives. */
package org.qualityzones.consequence;
