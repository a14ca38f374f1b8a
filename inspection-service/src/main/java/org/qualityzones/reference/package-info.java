/** Dated reference tables that decisions read: rates, fee periods, destinations, registrations, lists. */
package org.qualityzones.reference;
