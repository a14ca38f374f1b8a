package org.qualityzones.local;

import java.util.Arrays;
import java.util.Locale;

/** What {@code ./run import} sends, where to and as whom unless somebody else is named. */
enum ImportKind {
    ALERTS("/api/v1/alerts/imports", DemoClient.AUTHORITY),
    ENTERPRISES("/api/v1/enterprises/imports", DemoClient.BUREAU),
    ZONES("/api/v1/zones/imports", DemoClient.AUTHORITY),
    CATALOGUE("/api/v1/catalogue/imports", DemoClient.AUTHORITY),
    DECLARATIONS("/api/v1/declarations/imports", DemoClient.ENTERPRISE);

    private final String path;
    private final DemoClient by;

    ImportKind(String path, DemoClient by) {
        this.path = path;
        this.by = by;
    }

    static ImportKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new LocalException("Nothing to import is called " + name + "; there are "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(ImportKind::label).toList())));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String path() {
        return path;
    }

    DemoClient by() {
        return by;
    }
}
