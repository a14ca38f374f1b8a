/** What the gateway itself has to show: the API's description, its reference, states, problem types and workflows. */
package org.qualityzones.gateway.pages;
