/** From an event in the feed to an answer of the subscriber's target: planned, claimed, attempted, recorded, repeated. */
package org.qualityzones.delivery;
