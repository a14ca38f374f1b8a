/** What holders of certificates report on a year's exempt trade, by 31 January of the next. */
package org.qualityzones.annualreport;
