package org.qualityzones.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An identity provider and the four services, as real HTTP servers of this test. */
public final class Landscape implements QuarkusTestResourceLifecycleManager {

    private final List<FakeService> services = new ArrayList<>();
    private Issuer issuer;

    /** Vert.x finds its JSON codec by the loader of the thread, which the threads of the JDK's server do not have. */
    private static void loadJson() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(JsonObject.class.getClassLoader());
        Json.encode(true);
        thread.setContextClassLoader(before);
    }

    @Override
    public Map<String, String> start() {
        loadJson();
        issuer = new Issuer();
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.oidc.auth-server-url", issuer.url());
        for (Upstream upstream : Upstream.values()) {
            FakeService service = new FakeService(upstream.slug());
            FakeService management = new FakeService(upstream.slug());
            services.add(service);
            services.add(management);
            config.put("qz.gateway.upstreams." + upstream.slug(), service.url());
            config.put("qz.gateway.upstreams." + upstream.slug() + "-management", management.url());
        }
        config.put("qz.gateway.timeouts.response", "1s");
        config.put("qz.gateway.cors.origins", "https://portal.example.org");
        return config;
    }

    @Override
    public void stop() {
        services.forEach(FakeService::stop);
        issuer.stop();
    }
}
