/** The draw that anyone can check: a secret seed for each day, committed before the day's first decision, revealed the day after. */
package org.qualityzones.draw;
