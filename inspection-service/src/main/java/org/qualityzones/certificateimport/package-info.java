/** Import of certificates that were issued elsewhere, with where each is known from. */
package org.qualityzones.certificateimport;
