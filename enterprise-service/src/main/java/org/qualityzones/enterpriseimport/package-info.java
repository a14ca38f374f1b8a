/** Import of enterprises from files, row by row; the same file twice changes nothing. */
package org.qualityzones.enterpriseimport;
