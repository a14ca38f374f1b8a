/** Import of alerts from the files of their sources; a row that is known changes nothing. */
package org.qualityzones.alertimport;
