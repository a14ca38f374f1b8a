/** Small helps of the messaging tables and loops that know nothing of events. */
package org.qualityzones.messaging.support;
