/** What the slice tests of this service share: callers, codes, known enterprises, a clock that can be moved. */
package org.qualityzones.trial;
