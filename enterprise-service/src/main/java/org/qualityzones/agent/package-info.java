/** Declaring agents that an enterprise lists: who may file for it, and on which days. */
package org.qualityzones.agent;
