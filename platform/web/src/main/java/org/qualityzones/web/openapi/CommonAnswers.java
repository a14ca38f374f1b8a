package org.qualityzones.web.openapi;

import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Problems as answers of every operation, and the token that all but public paths need. */
final class CommonAnswers {

    private static final String PROBLEM = "Problem";
    private static final String SCHEME = "oidc";
    private static final String PUBLIC = "/public/";
    private static final String WELL_KNOWN = "/.well-known/";

    /** What an operation may refuse: any of them, any with a token, any with a body. */
    private static final List<String> ANY = List.of("400", "404", "406");

    private static final List<String> WITH_TOKEN = List.of("401", "403");
    private static final List<String> WITH_BODY = List.of("409", "412", "413", "415", "422", "428");

    private CommonAnswers() {}

    static void add(OpenAPI document) {
        document.getComponents()
                .addSchema(PROBLEM, problem())
                .addResponse(PROBLEM, response())
                .addSecurityScheme(SCHEME, scheme());
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        add(operation, ANY);
        if (!path.startsWith(PUBLIC) && !path.startsWith(WELL_KNOWN)) {
            add(operation, WITH_TOKEN);
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME)));
        }
        if (method != PathItem.HttpMethod.GET && method != PathItem.HttpMethod.HEAD) {
            add(operation, WITH_BODY);
        }
        add(operation, List.of("default"));
        operation
                .getResponses()
                .setAPIResponses(new TreeMap<>(operation.getResponses().getAPIResponses()));
    }

    private static void add(Operation operation, List<String> statuses) {
        for (String status : statuses) {
            if (!isDescribed(operation.getResponses().getAPIResponse(status))) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                status, OASFactory.createAPIResponse().ref("#/components/responses/" + PROBLEM));
            }
        }
    }

    /** The scanner's own 400, 401 and 403 have no content. */
    private static boolean isDescribed(APIResponse response) {
        return response != null && (response.getContent() != null || response.getRef() != null);
    }

    private static APIResponse response() {
        return OASFactory.createAPIResponse()
                .description("The request is refused, or the service failed")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema problem() {
        return object().description("RFC 9457; further members depend on the type")
                .addProperty("type", text().format("uri"))
                .addProperty("title", text())
                .addProperty("status", type(Schema.SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("instance", text().format("uri-reference"))
                .addProperty("requestId", text())
                .addProperty("errors", type(Schema.SchemaType.ARRAY).items(error()))
                .addProperty("allowedActions", type(Schema.SchemaType.ARRAY).items(text()))
                .required(List.of("type", "title", "status", "detail", "instance", "requestId"));
    }

    private static Schema error() {
        return object().addProperty("pointer", text().description("RFC 6901 pointer into the body"))
                .addProperty("parameter", text().description("Name of the query, path or header parameter"))
                .addProperty("code", text())
                .addProperty("detail", text())
                .required(List.of("code", "detail"));
    }

    private static SecurityScheme scheme() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("Access token of the realm, audience qualityzones, signed RS256");
    }

    private static Schema object() {
        return type(Schema.SchemaType.OBJECT);
    }

    private static Schema text() {
        return type(Schema.SchemaType.STRING);
    }

    private static Schema type(Schema.SchemaType type) {
        return OASFactory.createSchema().type(List.of(type));
    }
}
