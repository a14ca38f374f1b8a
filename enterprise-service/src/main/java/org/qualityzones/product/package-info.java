/** Products that an enterprise makes, by heading, brand and model: what alerts are matched to. */
package org.qualityzones.product;
