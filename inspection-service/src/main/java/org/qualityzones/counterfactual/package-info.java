/** What would have to be different for another decision: the smallest changes, each decided again. */
package org.qualityzones.counterfactual;
