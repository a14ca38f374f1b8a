package org.qualityzones.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.zipkin.ZipkinSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import zipkin2.reporter.urlconnection.URLConnectionSender;

/**
 * Begins spans at the seams that a trace crosses: a request, an event published, an event taken in, an attempt to deliver.
 * A span's parent is the W3C {@code traceparent} that came with the request, row or event, since most of this work runs on
 * threads of its own. Off unless {@code qz.tracing.zipkin} is set: then no span is made and every context passes unchanged.
 */
@ApplicationScoped
public class Tracing {

    /** Header of HTTP and Kafka that carries the trace context. */
    public static final String HEADER = "traceparent";

    private static final Tracing OFF = new Tracing(null, Duration.ZERO);
    private static final TextMapGetter<String> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(HEADER);
        }

        @Override
        public String get(String traceparent, String key) {
            return HEADER.equals(key) ? traceparent : null;
        }
    };

    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final Duration patience;

    @Inject
    Tracing(TracingConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
        this(config.zipkin().map(zipkin -> provider(zipkin, config, service)).orElse(null), config.timeout());
    }

    private Tracing(SdkTracerProvider provider, Duration patience) {
        this.provider = provider;
        this.tracer = provider == null ? null : provider.get("org.qualityzones");
        this.patience = patience;
    }

    /** Makes no spans. */
    public static Tracing off() {
        return OFF;
    }

    /** Whether spans are made. */
    public boolean isOn() {
        return tracer != null;
    }

    /** A request that this process answers. @param traceparent null or malformed begins a trace */
    public Step answering(String name, String traceparent) {
        return begin(SpanKind.SERVER, name, traceparent);
    }

    /** An event on its way to its topic. */
    public Step publishing(String name, String traceparent) {
        return begin(SpanKind.PRODUCER, name, traceparent);
    }

    /** The effect of an event. */
    public Step takingIn(String name, String traceparent) {
        return begin(SpanKind.CONSUMER, name, traceparent);
    }

    /** A call to somebody else's system. */
    public Step calling(String name, String traceparent) {
        return begin(SpanKind.CLIENT, name, traceparent);
    }

    private Step begin(SpanKind kind, String name, String traceparent) {
        if (tracer == null) {
            return Step.NONE;
        }
        Context parent = W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, GETTER);
        return new Step(
                tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan());
    }

    /** Sends what is finished. */
    @PreDestroy
    void close() {
        if (provider != null) {
            provider.shutdown().join(patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    private static SdkTracerProvider provider(URI zipkin, TracingConfig config, String service) {
        SpanExporter exporter = ZipkinSpanExporter.builder()
                .setSender(URLConnectionSender.newBuilder()
                        .endpoint(zipkin.toString())
                        .connectTimeout(millis(config.timeout()))
                        .readTimeout(millis(config.timeout()))
                        .build())
                .setLocalIpAddressSupplier(() -> null)
                .build();
        return SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                .setSampler(Sampler.parentBased(Sampler.alwaysOn()))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(config.exportEvery())
                        .setExporterTimeout(config.timeout())
                        .build())
                .build();
    }
}
