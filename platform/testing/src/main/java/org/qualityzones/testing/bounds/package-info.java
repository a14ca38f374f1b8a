/** Whether each field of each request is bounded as the served API description says. */
package org.qualityzones.testing.bounds;
