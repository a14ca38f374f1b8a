package org.qualityzones.local;

import java.util.Arrays;
import java.util.Locale;

/**
 * A client of the demo realm: one role, the rows it sees. {@code _2} is a second person, {@code _B} and {@code _C} (Shenyang)
 * are of other areas.
 */
enum DemoClient {
    ENTERPRISE("enterprise", Rows.ofEnterprise(FictitiousUscc.of("330226", "stationery maker"))),
    ENTERPRISE_B("enterprise", Rows.ofEnterprise(FictitiousUscc.of("331125", "toy maker"))),
    FILING_AGENT("filing-agent", Rows.ofEnterprise(FictitiousUscc.of("330203", "filing agent"))),
    LOCAL_GOVERNMENT("local-government", Rows.ofAreas("330226")),
    LOCAL_GOVERNMENT_C("local-government", Rows.ofAreas("2101")),
    INSPECTOR("inspector", Rows.ofBureau("ningbo", "3302")),
    INSPECTOR_2("inspector", Rows.ofBureau("ningbo", "3302")),
    INSPECTOR_B("inspector", Rows.ofBureau("zhejiang", Areas.ZHEJIANG)),
    BUREAU("bureau", Rows.ofBureau("ningbo", "3302")),
    BUREAU_2("bureau", Rows.ofBureau("ningbo", "3302")),
    BUREAU_B("bureau", Rows.ofBureau("zhejiang", Areas.ZHEJIANG)),
    BUREAU_C("bureau", Rows.ofBureau("liaoning", "21")),
    AUTHORITY("authority", Rows.NONE),
    AUTHORITY_2("authority", Rows.NONE),
    INTEGRATOR("integrator", Rows.NONE),
    AUDITOR("auditor", Rows.NONE),
    OPERATOR("operator", Rows.NONE);

    private final String role;
    private final Rows rows;

    DemoClient(String role, Rows rows) {
        this.role = role;
        this.rows = rows;
    }

    /** Finds a client by its name in {@code stack.env} or by the name of its role. */
    static DemoClient named(String name) {
        String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(client -> client.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new LocalException("No such role: " + name + "; there are "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Enum::name).toList())));
    }

    String clientId() {
        return "qz-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String role() {
        return role;
    }

    Rows rows() {
        return rows;
    }

    /** Zhejiang's bureau covers every prefecture but Ningbo (3302), which has a bureau of its own. */
    private static final class Areas {
        static final String[] ZHEJIANG = {"3301", "3303", "3304", "3305", "3306", "3307", "3308", "3309", "3310", "3311"
        };
    }
}
