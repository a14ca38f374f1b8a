/** Applications for a grade: from the local government's draft to the announcement, with assessment and public notice. */
package org.qualityzones.application;
