package org.qualityzones.expression;

import dev.cel.common.types.CelType;
import java.util.List;
import java.util.function.Function;

/**
 * One field of an element of a list, such as {@code z.level} of a zone.
 *
 * @param domain values it can have; empty when not limited
 */
record Member(CelType type, List<String> domain, Function<Object, Object> read) {}
