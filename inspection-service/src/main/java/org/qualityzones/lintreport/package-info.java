/** Lint reports of rule sets: made on demand, proven, kept. */
package org.qualityzones.lintreport;
