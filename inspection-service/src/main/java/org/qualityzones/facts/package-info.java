/** The facts a decision rests on: one immutable snapshot of exact vocabulary, its canonical bytes, and their strict reading. */
package org.qualityzones.facts;
