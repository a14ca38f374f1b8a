package org.qualityzones.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which methods a path answers, for {@code Allow}: the router itself does not tell. */
@ApplicationScoped
class AllowedMethods {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*[\\w.-]+\\s*(?::\\s*([^{}]+?)\\s*)?}");
    private static final Pattern SLASHES = Pattern.compile("/+");

    private final List<Route> routes;

    AllowedMethods(BeanManager beans) {
        this.routes = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getMethods()).map(method -> Route.of(type, method)))
                .filter(route -> !route.methods().isEmpty())
                .toList();
    }

    /** Methods in alphabetical order; empty for a path that nothing answers. */
    Set<String> at(String path) {
        Set<String> methods = new TreeSet<>();
        routes.stream()
                .filter(route -> route.pattern().matcher(path).matches())
                .forEach(route -> methods.addAll(route.methods()));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }

    private record Route(Pattern pattern, List<String> methods) {

        static Route of(Class<?> type, Method method) {
            Path sub = method.getAnnotation(Path.class);
            String template = '/' + type.getAnnotation(Path.class).value() + '/' + (sub == null ? "" : sub.value());
            String clean = SLASHES.matcher(template).replaceAll("/");
            String path = clean.endsWith("/") ? clean.substring(0, clean.length() - 1) : clean;
            return new Route(Pattern.compile(regex(path)), methods(method));
        }

        private static List<String> methods(Method method) {
            List<String> methods = new ArrayList<>();
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (http != null) {
                    methods.add(http.value());
                }
            }
            return methods;
        }

        private static String regex(String template) {
            StringBuilder regex = new StringBuilder();
            var variable = VARIABLE.matcher(template);
            int end = 0;
            while (variable.find()) {
                regex.append(Pattern.quote(template.substring(end, variable.start())));
                regex.append(variable.group(1) == null ? "[^/]+" : "(?:" + variable.group(1) + ')');
                end = variable.end();
            }
            return regex.append(Pattern.quote(template.substring(end)))
                    .append("/?")
                    .toString();
        }
    }
}
