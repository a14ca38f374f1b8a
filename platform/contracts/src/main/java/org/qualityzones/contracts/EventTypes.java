package org.qualityzones.contracts;

/** CloudEvents types, {@code org.qualityzones.<aggregate>.<what happened>.v<major>}; each has a line in {@link EventContracts}. */
public final class EventTypes {

    public static final String ENTERPRISE_REGISTERED = "org.qualityzones.enterprise.registered.v1";
    public static final String ENTERPRISE_AMENDED = "org.qualityzones.enterprise.amended.v1";
    public static final String ENTERPRISE_STATUS_CHANGED = "org.qualityzones.enterprise.status-changed.v1";
    public static final String ENTERPRISE_CLASS_CHANGED = "org.qualityzones.enterprise.class-changed.v1";
    public static final String ENTERPRISE_CLASS_PROPOSED = "org.qualityzones.enterprise.class-proposed.v1";
    public static final String ENTERPRISE_CLASS_PROPOSAL_DROPPED =
            "org.qualityzones.enterprise.class-proposal-dropped.v1";
    public static final String ENTERPRISE_CREDIT_CHANGED = "org.qualityzones.enterprise.credit-changed.v1";

    public static final String ZONE_CREATED = "org.qualityzones.zone.created.v1";
    public static final String ZONE_AMENDED = "org.qualityzones.zone.amended.v1";
    public static final String ZONE_STATUS_CHANGED = "org.qualityzones.zone.status-changed.v1";
    public static final String ZONE_LEVEL_CHANGED = "org.qualityzones.zone.level-changed.v1";
    public static final String ZONE_MEASURES_CHANGED = "org.qualityzones.zone.measures-changed.v1";

    public static final String MEMBERSHIP_NOMINATED = "org.qualityzones.membership.nominated.v1";
    public static final String MEMBERSHIP_DECLINED = "org.qualityzones.membership.declined.v1";
    public static final String MEMBERSHIP_ADMITTED = "org.qualityzones.membership.admitted.v1";
    public static final String MEMBERSHIP_EXITED = "org.qualityzones.membership.exited.v1";
    public static final String MEMBERSHIP_TITLES_CHANGED = "org.qualityzones.membership.titles-changed.v1";

    public static final String DECLARATION_DECIDED = "org.qualityzones.declaration.decided.v1";
    public static final String DECLARATION_AMENDED = "org.qualityzones.declaration.amended.v1";
    public static final String DECLARATION_WITHDRAWN = "org.qualityzones.declaration.withdrawn.v1";
    public static final String DECLARATION_CLEARANCE_CHANGED = "org.qualityzones.declaration.clearance-changed.v1";

    public static final String INSPECTION_OPENED = "org.qualityzones.inspection.opened.v1";
    public static final String INSPECTION_STATUS_CHANGED = "org.qualityzones.inspection.status-changed.v1";
    public static final String INSPECTION_JUDGED = "org.qualityzones.inspection.judged.v1";

    public static final String CORRECTIVE_ACTION_OPENED = "org.qualityzones.corrective-action.opened.v1";
    public static final String CORRECTIVE_ACTION_STATUS_CHANGED =
            "org.qualityzones.corrective-action.status-changed.v1";

    public static final String CERTIFICATE_ISSUED = "org.qualityzones.certificate.issued.v1";
    public static final String CERTIFICATE_STATUS_CHANGED = "org.qualityzones.certificate.status-changed.v1";
    public static final String CERTIFICATE_REPORT_FILED = "org.qualityzones.certificate.report-filed.v1";
    public static final String CERTIFICATE_REMINDER_DUE = "org.qualityzones.certificate.reminder-due.v1";

    public static final String EXEMPTION_APPLICATION_FILED = "org.qualityzones.exemption-application.filed.v1";
    public static final String EXEMPTION_APPLICATION_STATUS_CHANGED =
            "org.qualityzones.exemption-application.status-changed.v1";

    public static final String RULE_SET_DRAFTED = "org.qualityzones.rule-set.drafted.v1";
    public static final String RULE_SET_STATUS_CHANGED = "org.qualityzones.rule-set.status-changed.v1";

    public static final String ALERT_RECORDED = "org.qualityzones.alert.recorded.v1";
    public static final String ALERT_MATCH_DECIDED = "org.qualityzones.alert.match-decided.v1";
    public static final String ALERT_MATCHES_PROPOSED = "org.qualityzones.alert.matches-proposed.v1";
    public static final String ALERT_STATUS_CHANGED = "org.qualityzones.alert.status-changed.v1";

    public static final String INVESTIGATION_OPENED = "org.qualityzones.investigation.opened.v1";
    public static final String INVESTIGATION_STATUS_CHANGED = "org.qualityzones.investigation.status-changed.v1";
    public static final String INVESTIGATION_CONCLUDED = "org.qualityzones.investigation.concluded.v1";

    public static final String RISK_WARNING_ISSUED = "org.qualityzones.risk-warning.issued.v1";
    public static final String RISK_WARNING_LIFTED = "org.qualityzones.risk-warning.lifted.v1";

    /** On {@link Topics#HEARTBEAT}; its data is {@link Heartbeat} alone, without change and state. */
    public static final String HEARTBEAT = "org.qualityzones.heartbeat.v1";

    private EventTypes() {}
}
