/** Risk warnings: what tightens, suspends or bans exports of a scope, until it is lifted or runs out. */
package org.qualityzones.warning;
