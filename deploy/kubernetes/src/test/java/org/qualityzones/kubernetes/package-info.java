/** What must hold of the manifests, the images, the alerts and their runbooks. */
package org.qualityzones.kubernetes;
