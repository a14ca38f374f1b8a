package org.qualityzones.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/** Completes the document with problems, security, headers and the exact forms of codes. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class OpenApiConventions implements OASFilter {

    private final IndexView index;

    /** For the OpenAPI extension. */
    public OpenApiConventions(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        ServicePaths.resolve(document);
        CodeForms.apply(document, index);
        CodeForms.requirePrimitives(document, index);
        RequestBodies.close(document);
        CommonAnswers.add(document);
        CommonHeaders.add(document);
        document.setServers(null);
    }
}
