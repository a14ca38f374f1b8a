/** From an instrument to the rules that rest on it, to the decisions that rest on them, and what its repeal asks for. */
package org.qualityzones.citation;
