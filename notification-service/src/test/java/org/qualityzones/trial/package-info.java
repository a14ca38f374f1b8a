/** What the tests of this service share: facts from elsewhere, a webhook receiver, subscriptions. */
package org.qualityzones.trial;
