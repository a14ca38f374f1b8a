/** Memberships of enterprises in zones and the titles that hang on them: an aggregate and an event stream of their own. */
package org.qualityzones.member;
