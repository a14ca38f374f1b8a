/** Technical measures to trade: what other members of the WTO notify under the TBT and SPS agreements. */
package org.qualityzones.technicalmeasure;
