package org.qualityzones.web.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Platform resources stand under the service's own segment: the variable in their path becomes its name. */
final class ServicePaths {

    private static final String VARIABLE = "{service}";
    private static final String PARAMETER = "service";

    private ServicePaths() {}

    static void resolve(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        String service = ConfigProvider.getConfig()
                .getOptionalValue("qz.service", String.class)
                .orElse(PARAMETER);
        Map<String, PathItem> paths = document.getPaths().getPathItems();
        Map<String, PathItem> resolved = new LinkedHashMap<>();
        paths.forEach((path, item) -> resolved.put(path.replace(VARIABLE, service), without(item, path)));
        document.getPaths().setPathItems(resolved);
    }

    private static PathItem without(PathItem item, String path) {
        if (path.contains(VARIABLE)) {
            item.setParameters(remaining(item.getParameters()));
            for (Operation operation : item.getOperations().values()) {
                operation.setParameters(remaining(operation.getParameters()));
            }
        }
        return item;
    }

    private static List<Parameter> remaining(List<Parameter> parameters) {
        return parameters == null
                ? null
                : parameters.stream()
                        .filter(parameter -> !PARAMETER.equals(parameter.getName()))
                        .toList();
    }
}
