package org.qualityzones.inspection;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.qualityzones.sampling.SamplingPlan;

/** Keeps the plans of an inspection. */
@Converter
@Immutable
class PlansColumn extends JsonText<List<SamplingPlan>> {

    PlansColumn() {
        super(new TypeReference<>() {});
    }
}
