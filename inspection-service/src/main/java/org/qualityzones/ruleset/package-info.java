/** Rule sets: published, immutable documents of parameters, tables and CEL rules with citations, checked and compiled once. */
package org.qualityzones.ruleset;
