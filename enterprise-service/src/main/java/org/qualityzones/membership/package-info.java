/** Copies of zone memberships: the titles that enterprises hold through them, and the members that lists ask for. */
package org.qualityzones.membership;
