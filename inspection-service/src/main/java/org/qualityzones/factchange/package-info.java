/** What changed that lines were decided on: a durable queue, filled where the fact changes, followed up by redecisions. */
package org.qualityzones.factchange;
