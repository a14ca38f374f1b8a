package org.qualityzones.classification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** Score of one element, 0 to 10. */
public record ElementScore(
        @NotNull ClassElement element,
        @NotNull @Min(0) @Max(10) Integer score) {}
