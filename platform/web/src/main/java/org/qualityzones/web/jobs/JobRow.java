package org.qualityzones.web.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;

/**
 * What became of one row.
 *
 * @param row from 1
 * @param status kebab case; {@code refused} when there is a problem
 * @param id key of what the row made, or null
 * @param problem problem details as JSON, or null
 * @param remarks what was noticed about the row, such as {@code REFERENCE_UNSURE}; absent where nothing was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobRow(
        long row,
        String status,
        String id,
        @JsonRawValue String problem,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> remarks) {}
