/** What the Measures on exemption from inspection (进出口商品免验办法) refuse, and their periods. */
package org.qualityzones.exemptionrule;
