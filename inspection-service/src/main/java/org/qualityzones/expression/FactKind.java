package org.qualityzones.expression;

import java.util.List;

/**
 * What is known of the values of one fact.
 *
 * @param name as expressions write it, such as {@code producer.class}
 * @param group the JSON member that holds it, or the fact's own
 * @param field null for a fact that is a member of its own
 * @param type of its values
 * @param domain all its values, for a text that is a choice; else empty
 */
public record FactKind(String name, String group, String field, Type type, List<String> domain) {

    /** Every fact that rules can read. */
    public static final List<FactKind> ALL = Vocabulary.FACTS.stream()
            .filter(fact -> !fact.group().equals(Vocabulary.DECISION))
            .map(fact -> new FactKind(fact.name(), fact.group(), fact.field(), typeOf(fact), fact.domain()))
            .toList();

    /** Types of facts. */
    public enum Type {
        FLAG,
        NUMBER,
        NUMBER_OR_NULL,
        TEXT,
        TEXT_OR_NULL,
        TEXTS,
        ZONES,
        WARNINGS
    }

    private static Type typeOf(Fact fact) {
        return switch (fact.type().name()) {
            case "bool" -> Type.FLAG;
            case "int" -> Type.NUMBER;
            case "string" -> Type.TEXT;
            default -> listOrNullable(fact);
        };
    }

    private static Type listOrNullable(Fact fact) {
        if (fact.name().equals("zones")) {
            return Type.ZONES;
        }
        if (fact.name().equals("warnings")) {
            return Type.WARNINGS;
        }
        String type = fact.type().toString();
        if (type.contains("list") || type.contains("LIST") || type.contains("List")) {
            return Type.TEXTS;
        }
        return type.contains("int") || type.contains("INT") ? Type.NUMBER_OR_NULL : Type.TEXT_OR_NULL;
    }
}
