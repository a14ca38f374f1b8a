/** What happens to a grade after its award: rectification, suspension, review, renewal, loss and expiry. */
package org.qualityzones.lifecycle;
