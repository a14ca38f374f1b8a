package org.qualityzones.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/** Everything a program needs to use the running stack; the values of {@code .local/stack.env}. */
record StackEnv(Map<String, String> values) {

    static final String REALM = "qualityzones";
    static final String WEBHOOK_ALLOW = "http://127.0.0.1:18090-18099";

    /** The stack as these settings and secrets make it. */
    static StackEnv of(Settings settings, SecretStore secrets, List<String> people) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        values.put("GATEWAY_URL", url(settings, Component.GATEWAY));
        values.put("KEYCLOAK_URL", url(settings, Component.KEYCLOAK));
        values.put("REALM", REALM);
        values.put(
                "TOKEN_URL", url(settings, Component.KEYCLOAK) + "/realms/" + REALM + "/protocol/openid-connect/token");
        for (Component service : Component.databases()) {
            values.put(service.name() + "_URL", url(settings, service));
        }
        for (Component service : Component.services()) {
            values.put(service.name() + "_MANAGEMENT_URL", "http://127.0.0.1:" + settings.managementPort(service));
        }
        for (DemoClient client : DemoClient.values()) {
            String prefix = "CLIENT_" + client.name();
            values.put(prefix + "_ID", client.clientId());
            values.put(prefix + "_SECRET", secrets.password(prefix + "_SECRET"));
            rows(prefix, client.rows(), values);
        }
        for (String person : people) {
            String key = personKey(person);
            values.put(key, secrets.password(key));
        }
        values.put("KEYCLOAK_ADMIN_USERNAME", "admin");
        values.put("KEYCLOAK_ADMIN_PASSWORD", secrets.password("KEYCLOAK_ADMIN_PASSWORD"));
        values.put("PG_HOST", "127.0.0.1");
        values.put("PG_PORT", Integer.toString(settings.port(Component.POSTGRES)));
        values.put("PG_SUPERUSER", "postgres");
        values.put("PG_PASSWORD", secrets.password("PG_PASSWORD"));
        values.put("KAFKA_BOOTSTRAP", "127.0.0.1:" + settings.port(Component.KAFKA));
        values.put("WEBHOOK_ALLOW", WEBHOOK_ALLOW);
        return new StackEnv(values);
    }

    /** The stack that was started last. */
    static StackEnv read(EnvFile file) {
        Map<String, String> values = file.read();
        if (values.isEmpty()) {
            throw new LocalException("The stack was never started here: ./run --detach");
        }
        return new StackEnv(values);
    }

    String get(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new LocalException(key + " is missing in .local/stack.env; start the stack again");
        }
        return value;
    }

    String clientSecret(DemoClient client) {
        return get("CLIENT_" + client.name() + "_SECRET");
    }

    /** Key of the password of a person of the demo realm: {@code PERSON_HE_MIN_PASSWORD} for {@code he.min}. */
    static String personKey(String username) {
        return "PERSON_" + username.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_PASSWORD";
    }

    private static void rows(String prefix, Rows rows, Map<String, String> values) {
        put(prefix + "_USCC", rows.uscc(), values);
        put(prefix + "_AREAS", rows.areas(), values);
        put(prefix + "_BUREAU", rows.bureau(), values);
    }

    private static void put(String key, List<String> list, Map<String, String> values) {
        if (!list.isEmpty()) {
            values.put(key, String.join(",", list));
        }
    }

    private static String url(Settings settings, Component component) {
        return "http://127.0.0.1:" + settings.port(component);
    }
}
