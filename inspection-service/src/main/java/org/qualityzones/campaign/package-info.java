/** Spot-check campaigns (抽查检验): which goods, where, what share, how long. */
package org.qualityzones.campaign;
