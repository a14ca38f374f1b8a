/** Working days: what terms in business days are counted by. */
package org.qualityzones.web.calendar;
