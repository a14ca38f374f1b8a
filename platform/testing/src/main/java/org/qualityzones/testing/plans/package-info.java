/** Whether every query of a service stays bounded when its tables are large, judged on statistics. */
package org.qualityzones.testing.plans;
