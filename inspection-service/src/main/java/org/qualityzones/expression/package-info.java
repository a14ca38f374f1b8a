/** CEL conditions over the facts: checked by the library against the exact vocabulary, then compiled into closures. */
package org.qualityzones.expression;
