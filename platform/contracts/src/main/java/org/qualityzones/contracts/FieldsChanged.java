package org.qualityzones.contracts;

import java.util.List;

/**
 * Particulars changed.
 *
 * @param fields JSON names of the state's changed members, sorted
 */
public record FieldsChanged(List<String> fields) {}
