/** Classes of producers: assessed over nine elements, proposed by one person, decided by a second. */
package org.qualityzones.classification;
