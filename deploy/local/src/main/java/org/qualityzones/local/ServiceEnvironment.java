package org.qualityzones.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** Environment variables that a service is started with. @param traced whether Zipkin takes its spans */
record ServiceEnvironment(Settings settings, SecretStore secrets, boolean traced) {

    Map<String, String> of(Component service) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        values.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port(service)));
        values.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        values.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(settings.managementPort(service)));
        values.put("QUARKUS_OIDC_AUTH_SERVER_URL", url(Component.KEYCLOAK) + "/realms/" + StackEnv.REALM);

        if (service.hasDatabase()) {
            values.put("QZ_WEB_PROBLEM_BASE", url(Component.GATEWAY) + "/problems/");
            database(service, values);
        } else {
            values.put("QZ_GATEWAY_PUBLIC_URL", url(Component.GATEWAY));
            upstreams(values);
        }
        if (traced) {
            values.put("QZ_TRACING_ZIPKIN", url(Component.ZIPKIN) + "/api/v2/spans");
        }
        return values;
    }

    private void database(Component service, Map<String, String> values) {
        String name = service.label();
        values.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + settings.port(Component.POSTGRES) + "/qz_" + name);
        values.put("QUARKUS_DATASOURCE_USERNAME", name + "_app");
        values.put("QUARKUS_DATASOURCE_PASSWORD", secrets.password(Databases.secret(service, "APP")));
        values.put("QUARKUS_FLYWAY_USERNAME", name + "_owner");
        values.put("QUARKUS_FLYWAY_PASSWORD", secrets.password(Databases.secret(service, "OWNER")));
        values.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + settings.port(Component.KAFKA));
        if (service == Component.INSPECTION || service == Component.NOTIFICATION) {
            values.put("QZ_SEALING_KEY", secrets.key(service.name() + "_SEALING_KEY"));
        }
        if (service == Component.INSPECTION) {
            values.put("QZ_SIGNING_PUBLIC_BASE", url(Component.GATEWAY));
        }
        if (service == Component.NOTIFICATION) {
            values.put("QZ_WEBHOOK_ALLOW", StackEnv.WEBHOOK_ALLOW);
        }
    }

    private void upstreams(Map<String, String> values) {
        for (Component upstream : Component.databases()) {
            values.put("QZ_GATEWAY_UPSTREAMS_" + upstream.name(), url(upstream));
            values.put(
                    "QZ_GATEWAY_UPSTREAMS_" + upstream.name() + "_MANAGEMENT",
                    "http://127.0.0.1:" + settings.managementPort(upstream));
        }
    }

    private String url(Component component) {
        return "http://127.0.0.1:" + settings.port(component);
    }
}
