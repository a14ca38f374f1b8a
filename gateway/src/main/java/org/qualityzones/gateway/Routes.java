package org.qualityzones.gateway;

import static org.qualityzones.gateway.Upstream.ENTERPRISE;
import static org.qualityzones.gateway.Upstream.INSPECTION;
import static org.qualityzones.gateway.Upstream.NOTIFICATION;
import static org.qualityzones.gateway.Upstream.ZONE;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one table of routes: the first segments of a path name the service that owns it. */
public final class Routes {

    public static final String PROTECTED = "/api/v1/";
    public static final String OPEN = "/public/v1/";

    /** First segment after {@code /api/v1/} → owner. */
    static final Map<String, Upstream> RESOURCES = Map.ofEntries(
            Map.entry("zones", ZONE),
            Map.entry("assessment-sheets", ZONE),
            Map.entry("enterprises", ENTERPRISE),
            Map.entry("declarations", INSPECTION),
            Map.entry("decisions", INSPECTION),
            Map.entry("inspections", INSPECTION),
            Map.entry("corrective-actions", INSPECTION),
            Map.entry("sampling-states", INSPECTION),
            Map.entry("sampling-plans", INSPECTION),
            Map.entry("inspection-bodies", INSPECTION),
            Map.entry("reference-tables", INSPECTION),
            Map.entry("campaigns", INSPECTION),
            Map.entry("catalogue", INSPECTION),
            Map.entry("rule-sets", INSPECTION),
            Map.entry("citations", INSPECTION),
            Map.entry("draws", INSPECTION),
            Map.entry("exemption-applications", INSPECTION),
            Map.entry("certificates", INSPECTION),
            Map.entry("alerts", NOTIFICATION),
            Map.entry("investigations", NOTIFICATION),
            Map.entry("risk-warnings", NOTIFICATION),
            Map.entry("technical-measures", NOTIFICATION),
            Map.entry("complaints", NOTIFICATION),
            Map.entry("subscriptions", NOTIFICATION),
            Map.entry("deliveries", NOTIFICATION),
            Map.entry("events", NOTIFICATION));

    /** First segment after {@code /public/v1/} → owner. */
    static final Map<String, Upstream> OPEN_RESOURCES = Map.of(
            "zones", ZONE,
            "certificates", INSPECTION,
            "status-lists", INSPECTION,
            "ledger", INSPECTION,
            "schemas", INSPECTION,
            "complaints", NOTIFICATION);

    /** Paths that are open as they stand. */
    static final Map<String, Upstream> OPEN_PATHS = Map.of("/.well-known/jwks.json", INSPECTION);

    /** What every service has under {@code /api/v1/<service>/}. */
    static final Set<String> OF_EVERY_SERVICE = Set.of("workflows", "jobs", "parked-letters");

    private static final Map<String, Upstream> BY_SLUG = Map.of(
            ZONE.slug(), ZONE,
            ENTERPRISE.slug(), ENTERPRISE,
            INSPECTION.slug(), INSPECTION,
            NOTIFICATION.slug(), NOTIFICATION);

    private static final String EVENT_STREAM = PROTECTED + "events/stream";

    private Routes() {}

    /** The route of a path (without query), if any service owns it. */
    public static Optional<Route> find(String path) {
        boolean open = path.startsWith(OPEN) || OPEN_PATHS.containsKey(path);
        return owner(path).map(upstream -> new Route(upstream, open, kind(path)));
    }

    /** The service that owns a path or path template. */
    public static Optional<Upstream> owner(String path) {
        if (path.startsWith(PROTECTED)) {
            String first = segment(path, PROTECTED.length());
            Upstream own = BY_SLUG.get(first);
            if (own == null) {
                return Optional.ofNullable(RESOURCES.get(first));
            }
            String second = segment(path, PROTECTED.length() + first.length() + 1);
            return OF_EVERY_SERVICE.contains(second) ? Optional.of(own) : Optional.empty();
        }
        if (path.startsWith(OPEN)) {
            return Optional.ofNullable(OPEN_RESOURCES.get(segment(path, OPEN.length())));
        }
        return Optional.ofNullable(OPEN_PATHS.get(path));
    }

    private static Route.Kind kind(String path) {
        if (path.endsWith("/imports")) {
            return Route.Kind.IMPORT;
        }
        return path.equals(EVENT_STREAM) ? Route.Kind.STREAM : Route.Kind.ORDINARY;
    }

    private static String segment(String path, int from) {
        if (from >= path.length()) {
            return "";
        }
        int slash = path.indexOf('/', from);
        return slash < 0 ? path.substring(from) : path.substring(from, slash);
    }
}
