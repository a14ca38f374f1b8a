package org.qualityzones.web.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;

/** Violations of Bean Validation at the parameters of a resource method or in a record, each with its place and code. */
public final class Violations {

    private static final Set<String> REQUIRED = Set.of("NotNull", "NotBlank", "NotEmpty");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private Violations() {}

    /** The problem of wrong input; empty when the service's own answer is what is wrong. */
    public static Optional<Problem> refusal(ConstraintViolationException exception) {
        List<Found> found = new ArrayList<>();
        for (ConstraintViolation<?> violation : exception.getConstraintViolations()) {
            if (isReturnValue(violation)) {
                return Optional.empty();
            }
            found.add(found(violation));
        }
        found.sort(Comparator.comparing(Found::place).thenComparing(Found::code));
        Problem problem = Problem.of(CommonProblem.INVALID_REQUEST, summary(found));
        found.forEach(error -> error.addTo(problem));
        return Optional.of(problem);
    }

    private static String summary(List<Found> found) {
        Found first = found.getFirst();
        String text = first.place() + ' ' + first.detail();
        return found.size() == 1 ? text : text + " (and " + (found.size() - 1) + " more)";
    }

    private static boolean isReturnValue(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static Found found(ConstraintViolation<?> violation) {
        List<Path.Node> rest = new ArrayList<>();
        Annotation[] parameter = {};
        String name = "";
        Path.MethodNode method = null;
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD -> method = node.as(Path.MethodNode.class);
                case PARAMETER -> {
                    name = node.getName();
                    parameter = annotations(violation, method, node.as(Path.ParameterNode.class));
                }
                case CROSS_PARAMETER -> name = method == null ? "" : method.getName();
                default -> rest.add(node);
            }
        }
        return new Found(parameterName(parameter, name, rest), pointer(rest), code(violation), violation.getMessage());
    }

    private static Annotation[] annotations(
            ConstraintViolation<?> violation, Path.MethodNode method, Path.ParameterNode parameter) {
        for (Class<?> type = violation.getRootBeanClass(); type != null; type = type.getSuperclass()) {
            try {
                Method found = type.getDeclaredMethod(
                        method.getName(), method.getParameterTypes().toArray(new Class<?>[0]));
                Annotation[] annotations = found.getParameterAnnotations()[parameter.getParameterIndex()];
                if (annotations.length > 0) {
                    return annotations;
                }
            } catch (NoSuchMethodException _) {
                continue; // a subclass made by the container need not declare it
            }
        }
        return new Annotation[0];
    }

    /** The name on the wire of a query, path or header parameter, or null for the body. */
    private static String parameterName(Annotation[] annotations, String javaName, List<Path.Node> rest) {
        for (Annotation annotation : annotations) {
            String name =
                    switch (annotation) {
                        case QueryParam query -> query.value();
                        case PathParam path -> path.value();
                        case HeaderParam header -> header.value();
                        case BeanParam _ ->
                            rest.isEmpty() ? javaName : rest.getLast().getName();
                        default ->
                            annotation.annotationType().getName().startsWith("org.jboss.resteasy.reactive.Rest")
                                    ? javaName
                                    : null;
                    };
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private static String pointer(List<Path.Node> nodes) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : nodes) {
            if (node.isInIterable()) {
                Object key = node.getIndex() == null ? node.getKey() : node.getIndex();
                if (key != null) {
                    pointer.append('/').append(escape(key.toString()));
                }
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(escape(node.getName()));
            }
        }
        return pointer.toString();
    }

    private static String escape(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    private static String code(ConstraintViolation<?> violation) {
        String payload = violation.unwrap(HibernateConstraintViolation.class).getDynamicPayload(String.class)
                        instanceof String code
                ? code
                : null;
        if (payload != null) {
            return payload;
        }
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return REQUIRED.contains(name)
                ? "required"
                : HUMP.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    private record Found(String parameter, String pointer, String code, String detail) {

        String place() {
            return parameter == null ? pointer : parameter;
        }

        void addTo(Problem problem) {
            if (parameter == null) {
                problem.at(pointer, code, detail);
            } else {
                problem.atParameter(parameter, code, detail);
            }
        }
    }
}
