/** Alerts: foreign notifications, recalls, returns and spot checks, and the enterprises they may be about. */
package org.qualityzones.alert;
