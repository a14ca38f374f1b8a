package org.qualityzones.subscription;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/** Opens {@code secret} in the stored bytes of an answer. */
@Provider
@ShowsSecret
public class SecretOpener implements ContainerResponseFilter {

    private static final String MEMBER = "secret";

    private final Secrets secrets;
    private final ObjectMapper json;

    SecretOpener(Secrets secrets, ObjectMapper json) {
        this.secrets = secrets;
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (response.getEntity() instanceof byte[] bytes
                && response.getStatus() < 300
                && json.readTree(bytes) instanceof ObjectNode body
                && body.path(MEMBER).isTextual()) {
            body.put(MEMBER, secrets.openAnswer(body.get(MEMBER).asText()));
            response.setEntity(json.writeValueAsBytes(body));
        }
    }
}
