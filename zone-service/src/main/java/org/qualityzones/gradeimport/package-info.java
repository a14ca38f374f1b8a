/** Import of grades awarded before this system was there, each with its source: file in, outcome of each row out. */
package org.qualityzones.gradeimport;
