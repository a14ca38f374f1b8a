/** One consumer per topic, from Kafka into the feed, and the copies of facts this service needs. */
package org.qualityzones.intake;
