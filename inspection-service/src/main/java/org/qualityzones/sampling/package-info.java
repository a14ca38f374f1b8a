/** Sampling by attributes (GB/T 2828.1-2012): code letters, plans, acceptance and switching rules, as plain values. */
package org.qualityzones.sampling;
