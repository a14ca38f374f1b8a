/** What anyone may ask about certificates without logging in: an answer by number, and the signed status lists. */
package org.qualityzones.verification;
