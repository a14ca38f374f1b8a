package org.qualityzones.web.openapi;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/** The forms of codes, from the constraints on the fields of records, which the scanner does not know. */
final class CodeForms {

    private static final String PACKAGE = "org.qualityzones.web.codes.";
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final Map<String, Consumer<Schema>> FORMS = Map.ofEntries(
            pattern("HsCode", "^[0-9]{6}([0-9]{2}([0-9]{2})?)?$"),
            pattern("HsPrefix", "^([0-9]{2}){1,5}$"),
            pattern("CountryCode", "^[A-Z]{2}$"),
            pattern("AreaCode", "^[0-9]{6}$"),
            pattern("Uscc", "^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$"),
            pattern("CurrencyCode", "^[A-Z]{3}$"),
            pattern("UnitCode", "^[0-9A-Z]{2,3}$"),
            pattern("ZoneCode", "^[a-z][a-z0-9-]{2,63}$"),
            pattern("AmountText", "^[0-9]{1,13}(\\.[0-9]{1,2})?$"),
            text("ReferenceText", 64),
            text("NameText", 200),
            text("Text", 500));

    private CodeForms() {}

    static void apply(OpenAPI document, IndexView index) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        if (schemas == null) {
            return;
        }
        FORMS.forEach((constraint, form) -> {
            for (AnnotationInstance use : index.getAnnotations(DotName.createSimple(PACKAGE + constraint))) {
                FieldInfo field = field(use);
                if (field != null) {
                    schemasOf(field.declaringClass(), schemas)
                            .forEach(schema -> describe(schema.getProperties().get(field.name()), use, form));
                }
            }
        });
    }

    private static FieldInfo field(AnnotationInstance use) {
        return switch (use.target().kind()) {
            case FIELD -> use.target().asField();
            case TYPE -> enclosing(use.target().asType().enclosingTarget());
            default -> null;
        };
    }

    private static FieldInfo enclosing(AnnotationTarget target) {
        return target != null && target.kind() == AnnotationTarget.Kind.FIELD ? target.asField() : null;
    }

    /** A missing number or truth value is refused: the fields of primitive types are required. */
    static void requirePrimitives(OpenAPI document, IndexView index) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        if (schemas == null) {
            return;
        }
        index.getKnownClasses().stream().filter(ClassInfo::isRecord).forEach(type -> type.fields().stream()
                .filter(field -> field.type().kind() == Type.Kind.PRIMITIVE)
                .forEach(field -> schemasOf(type, schemas).forEach(schema -> require(schema, field.name()))));
    }

    private static void require(Schema schema, String field) {
        if (schema.getRequired() == null || !schema.getRequired().contains(field)) {
            schema.addRequired(field);
        }
    }

    /**
     * Schemas have the name that a class gives them, else its own, with a number where two have one name: the same fields
     * tell them apart.
     */
    private static List<Schema> schemasOf(ClassInfo type, Map<String, Schema> schemas) {
        Set<String> names = type.fields().stream()
                .filter(field -> !Modifier.isStatic(field.flags()))
                .map(FieldInfo::name)
                .collect(Collectors.toSet());
        String name = Optional.ofNullable(type.declaredAnnotation(SCHEMA))
                .map(schema -> schema.value("name"))
                .map(AnnotationValue::asString)
                .orElse(type.simpleName());
        return schemas.entrySet().stream()
                .filter(entry -> entry.getKey().replaceAll("[0-9]+$", "").equals(name))
                .map(Map.Entry::getValue)
                .filter(schema -> schema.getProperties() != null
                        && schema.getProperties().keySet().equals(names))
                .toList();
    }

    private static void describe(Schema property, AnnotationInstance use, Consumer<Schema> form) {
        if (property == null) {
            return;
        }
        Schema described = Stream.of(property.getItems(), property.getAdditionalPropertiesSchema(), property)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        form.accept(described);
        AnnotationValue max = use.value("max");
        if (max != null) {
            described.setMaxLength(max.asInt());
        }
    }

    private static Map.Entry<String, Consumer<Schema>> pattern(String constraint, String pattern) {
        return Map.entry(constraint, schema -> schema.setPattern(pattern));
    }

    private static Map.Entry<String, Consumer<Schema>> text(String constraint, int max) {
        return Map.entry(constraint, schema -> {
            schema.setMinLength(1);
            schema.setMaxLength(max);
        });
    }
}
