/** JSON as strictly as the API promises: what is not exactly right is refused with its place. */
package org.qualityzones.web.json;
