package org.qualityzones.web;

import java.util.Set;

/** The realm roles, as constants for {@code @RolesAllowed}. */
public final class Roles {

    public static final String ENTERPRISE = "enterprise";
    public static final String FILING_AGENT = "filing-agent";
    public static final String LOCAL_GOVERNMENT = "local-government";
    public static final String INSPECTOR = "inspector";
    public static final String BUREAU = "bureau";
    public static final String AUTHORITY = "authority";
    public static final String INTEGRATOR = "integrator";
    public static final String AUDITOR = "auditor";
    public static final String OPERATOR = "operator";

    /** Every role there is. */
    public static final Set<String> ALL = Set.of(
            ENTERPRISE, FILING_AGENT, LOCAL_GOVERNMENT, INSPECTOR, BUREAU, AUTHORITY, INTEGRATOR, AUDITOR, OPERATOR);

    private Roles() {}
}
