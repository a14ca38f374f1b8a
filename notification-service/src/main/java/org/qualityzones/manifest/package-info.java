/** Manifests: what was to be delivered to a subscription on a day, in a form that proves each single event. */
package org.qualityzones.manifest;
