/** Where each producer and HS heading stands under the switching rules of GB/T 2828.1, kept and shown. */
package org.qualityzones.samplingstate;
