package org.qualityzones.web.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The request headers of the conventions, where they matter. */
final class CommonHeaders {

    private static final String KEY = "Idempotency-Key";
    private static final String IF_MATCH = "If-Match";
    private static final String TRANSITIONS = "/transitions";

    private CommonHeaders() {}

    static void add(OpenAPI document) {
        document.getComponents()
                .addParameter(
                        KEY,
                        header(KEY)
                                .description("Required where a POST creates, decides or transitions: the same key and"
                                        + " body again get the stored answer for seven days")
                                .schema(text().minLength(1).maxLength(257)))
                .addParameter(
                        IF_MATCH,
                        header(IF_MATCH)
                                .description("The ETag of the resource; required but for ?dryRun=true")
                                .schema(text().examples(List.of("\"7\""))));
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                    .forEach((method, operation) -> add(path, method, operation)));
        }
    }

    private static void add(String path, PathItem.HttpMethod method, Operation operation) {
        if (method == PathItem.HttpMethod.POST) {
            reference(operation, KEY);
        }
        if (isConditional(path, method)) {
            reference(operation, IF_MATCH);
        }
    }

    private static boolean isConditional(String path, PathItem.HttpMethod method) {
        return switch (method) {
            case PUT, PATCH -> true;
            case POST -> path.endsWith(TRANSITIONS);
            default -> false;
        };
    }

    private static void reference(Operation operation, String name) {
        operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/" + name));
    }

    private static Parameter header(String name) {
        return OASFactory.createParameter().name(name).in(Parameter.In.HEADER).required(false);
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    }
}
