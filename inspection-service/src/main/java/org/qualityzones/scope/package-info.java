/** Which declarations a caller may see, as keys of the index that every list walks. */
package org.qualityzones.scope;
