package org.qualityzones.trial;

import java.util.LinkedHashMap;
import java.util.Map;
import org.qualityzones.testing.Tokens;
import org.qualityzones.web.Roles;

/** Tokens of the callers that the tests speak of. */
public final class Callers {

    private static final String[] ZHEJIANG = {
        "3301", "3303", "3304", "3305", "3306", "3307", "3308", "3309", "3310", "3311"
    };

    private Callers() {}

    public static String enterprise(String uscc) {
        return Tokens.of(Roles.ENTERPRISE)
                .uscc(uscc)
                .subject("enterprise-" + uscc)
                .build();
    }

    public static String filingAgent(String uscc) {
        return Tokens.of(Roles.FILING_AGENT).uscc(uscc).subject("agent-" + uscc).build();
    }

    public static String bureau() {
        return Tokens.of(Roles.BUREAU).bureau("ningbo").areas("3302").build();
    }

    public static String bureauB() {
        return Tokens.of(Roles.BUREAU)
                .bureau("zhejiang")
                .areas(ZHEJIANG)
                .subject("bureau-b")
                .build();
    }

    public static String inspector() {
        return Tokens.of(Roles.INSPECTOR).bureau("ningbo").areas("3302").build();
    }

    public static String of(String role) {
        return Tokens.of(role).build();
    }

    /** One caller of each role, all of them of Ningbo where rows matter. */
    public static Map<String, String> ofEveryRole() {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put(Roles.ENTERPRISE, enterprise(Codes.NINGHAI));
        tokens.put(Roles.FILING_AGENT, filingAgent(Codes.AGENT));
        tokens.put(
                Roles.LOCAL_GOVERNMENT,
                Tokens.of(Roles.LOCAL_GOVERNMENT).areas("330226").build());
        tokens.put(Roles.INSPECTOR, inspector());
        tokens.put(Roles.BUREAU, bureau());
        tokens.put(Roles.AUTHORITY, of(Roles.AUTHORITY));
        tokens.put(Roles.INTEGRATOR, of(Roles.INTEGRATOR));
        tokens.put(Roles.AUDITOR, of(Roles.AUDITOR));
        tokens.put(Roles.OPERATOR, of(Roles.OPERATOR));
        return tokens;
    }
}
