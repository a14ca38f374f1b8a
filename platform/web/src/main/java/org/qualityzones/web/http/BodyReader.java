package org.qualityzones.web.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.CurrentRequest;
import org.qualityzones.web.Problem;
import org.qualityzones.web.WebConfig;
import org.qualityzones.web.json.JsonProblems;
import org.qualityzones.web.json.JsonTexts;

/**
 * Takes every request body in before it becomes a parameter: within its limit, kept for the idempotency fingerprint, its
 * texts free of control characters, and what the JSON reader refuses told as a problem. Bodies of import paths go to a
 * temporary file instead of memory.
 */
@Provider
@ApplicationScoped
class BodyReader implements ReaderInterceptor {

    private final BodyLimits limits;
    private final CurrentRequest request;
    private final CurrentVertxRequest current;
    private final WebConfig config;

    BodyReader(BodyLimits limits, CurrentRequest request, CurrentVertxRequest current, WebConfig config) {
        this.limits = limits;
        this.request = request;
        this.current = current;
        this.config = config;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        String path = request.path();
        if (BodyLimits.isImport(path)) {
            context.setInputStream(new Spool(current.getCurrent()).take(context.getInputStream(), limits.of(path)));
            return context.proceed();
        }
        byte[] body = read(context, limits.of(path));
        request.keepBody(body);
        context.setInputStream(new ByteArrayInputStream(body));
        return isJson(context.getMediaType()) ? readJson(context, body) : context.proceed();
    }

    private static byte[] read(ReaderInterceptorContext context, long limit) throws IOException {
        byte[] body = context.getInputStream().readNBytes(Math.toIntExact(limit + 1));
        if (body.length > limit) {
            throw BodyLimits.tooLarge(limit);
        }
        return body;
    }

    private Object readJson(ReaderInterceptorContext context, byte[] body) throws IOException {
        JsonTexts.check(body, config.maxText());
        Object value = proceed(context);
        if (value == null) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, "The operation needs a JSON body")
                    .at("", "required", "must not be null");
        }
        return value;
    }

    private static Object proceed(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (WebApplicationException refused) {
            throw JsonProblems.find(refused).map(RuntimeException.class::cast).orElse(refused);
        } catch (IOException refused) {
            throw JsonProblems.find(refused).orElseThrow(() -> refused);
        }
    }

    private static boolean isJson(MediaType type) {
        return type == null || MediaType.APPLICATION_JSON_TYPE.isCompatible(type);
    }
}
