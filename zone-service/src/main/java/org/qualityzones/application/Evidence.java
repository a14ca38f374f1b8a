package org.qualityzones.application;

import jakarta.validation.constraints.NotNull;
import org.qualityzones.web.codes.ReferenceText;
import org.qualityzones.web.codes.Text;

/**
 * What shows that a basic condition is met.
 *
 * @param reference number of the document, null where there is none
 */
record Evidence(
        @NotNull BasicCondition condition,
        @NotNull @Text String statement,
        @ReferenceText String reference) {}
