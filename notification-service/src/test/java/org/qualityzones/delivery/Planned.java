package org.qualityzones.delivery;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.Map;
import org.qualityzones.channel.webhook.TargetPolicy;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.web.Roles;

/** A subscription with deliveries that are due, planned behind the back of the service. */
record Planned(JsonPath subscription, String target) {

    private static final String TOKEN =
            Tokens.of(Roles.INTEGRATOR).subject("integrator").build();

    static Planned at(String target) {
        return new Planned(
                Api.post(TOKEN, "/api/v1/subscriptions", Map.of("channel", "WEBHOOK", "target", target))
                        .statusCode(201)
                        .extract()
                        .jsonPath(),
                target);
    }

    String id() {
        return subscription.getString("id");
    }

    String secret() {
        return subscription.getString("secret");
    }

    String targetKey() {
        return TargetPolicy.key(URI.create(target));
    }

    /** The new secret. */
    String rotate(int overlapHours) {
        return Api.post(
                        TOKEN,
                        "/api/v1/subscriptions/" + id() + "/secret-rotations",
                        Map.of("overlapHours", overlapHours))
                .statusCode(201)
                .extract()
                .path("secret");
    }

    /** As many more, all since yesterday, one after the other. */
    Planned due(int count) {
        Database.execute("""
                insert into feed (position, event_id, type, topic, subject, version, recorded_at, received_at, usccs, zones,
                    areas, hs_codes, change)
                select position + n, 'e' || position + n, 'org.qualityzones.test.v1', 'qz.test', 's' || n, 1, now(), now(),
                    '{}', '{}', '{}', '{}', '{"n":' || n || '}'
                from feed_head, generate_series(1, %1$d) n;
                insert into delivery (id, subscription_id, sequence, event_id, feed_position, subject, outcome, available_at,
                    created_at)
                select uuidv7(), '%2$s', position + n, 'e' || position + n, position + n, 's' || n, 'PENDING',
                    date_trunc('day', now(), 'UTC') - interval '1 day' + (position + n) * interval '1 ms', now()
                from feed_head, generate_series(1, %1$d) n;
                update feed_head set position = position + %1$d""".formatted(count, id()));
        return this;
    }

    /** How many of its deliveries there are of which this is true. */
    long count(String condition) {
        return Database.number("select count(*) from delivery where subscription_id = '" + id() + "' and " + condition);
    }
}
