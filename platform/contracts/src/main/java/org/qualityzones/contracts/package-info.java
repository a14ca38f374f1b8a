/** What the services say to each other: immutable event records, additive only, one golden JSON file for each type. */
package org.qualityzones.contracts;
