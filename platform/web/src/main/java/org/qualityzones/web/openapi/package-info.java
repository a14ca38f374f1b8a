/** What every service's OpenAPI document says the same way, added when the service is built. */
package org.qualityzones.web.openapi;
