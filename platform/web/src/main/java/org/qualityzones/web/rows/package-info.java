/** Rows of import files, CSV and NDJSON, read one by one in flat memory; a row that cannot be read is refused by itself. */
package org.qualityzones.web.rows;
