/** What every service answers the same way: problems, callers, idempotency, paging, versions and workflows. */
package org.qualityzones.web;
