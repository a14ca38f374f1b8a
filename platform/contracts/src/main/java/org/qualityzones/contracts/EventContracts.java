package org.qualityzones.contracts;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;

/** Every event type that is published, with its records: what the AsyncAPI description and the golden files are held to. */
public final class EventContracts {

    public static final List<EventContract> ALL = List.of(
            new EventContract(
                    EventTypes.ENTERPRISE_REGISTERED,
                    Topics.ENTERPRISE,
                    "An enterprise was registered.",
                    EnterpriseRegistered.class,
                    EnterpriseState.class),
            new EventContract(
                    EventTypes.ENTERPRISE_AMENDED,
                    Topics.ENTERPRISE,
                    "Particulars of an enterprise, its products or its agents changed.",
                    FieldsChanged.class,
                    EnterpriseState.class),
            new EventContract(
                    EventTypes.ENTERPRISE_STATUS_CHANGED,
                    Topics.ENTERPRISE,
                    "An enterprise was suspended, ordered to rectify, reinstated or deregistered.",
                    StatusChanged.class,
                    EnterpriseState.class),
            new EventContract(
                    EventTypes.ENTERPRISE_CLASS_CHANGED,
                    Topics.ENTERPRISE,
                    "The class of an enterprise was decided.",
                    ValueChanged.class,
                    EnterpriseState.class),
            new EventContract(
                    EventTypes.ENTERPRISE_CLASS_PROPOSED,
                    Topics.ENTERPRISE,
                    "A class was proposed for an enterprise; the class on record stays until it is decided.",
                    ValueChanged.class,
                    EnterpriseState.class),
            new EventContract(
                    EventTypes.ENTERPRISE_CLASS_PROPOSAL_DROPPED,
                    Topics.ENTERPRISE,
                    "A class proposed for an enterprise was refused or withdrawn.",
                    ValueChanged.class,
                    EnterpriseState.class),
            new EventContract(
                    EventTypes.ENTERPRISE_CREDIT_CHANGED,
                    Topics.ENTERPRISE,
                    "A credit record changed the credit level or the penalties of an enterprise.",
                    ValueChanged.class,
                    EnterpriseState.class),
            new EventContract(
                    EventTypes.ZONE_CREATED,
                    Topics.ZONE,
                    "A zone was created or imported.",
                    ZoneCreated.class,
                    ZoneState.class),
            new EventContract(
                    EventTypes.ZONE_AMENDED,
                    Topics.ZONE,
                    "Particulars of a zone changed.",
                    FieldsChanged.class,
                    ZoneState.class),
            new EventContract(
                    EventTypes.ZONE_STATUS_CHANGED,
                    Topics.ZONE,
                    "The status of a zone changed.",
                    StatusChanged.class,
                    ZoneState.class),
            new EventContract(
                    EventTypes.ZONE_LEVEL_CHANGED,
                    Topics.ZONE,
                    "A zone was graded, upgraded or downgraded.",
                    ValueChanged.class,
                    ZoneState.class),
            new EventContract(
                    EventTypes.ZONE_MEASURES_CHANGED,
                    Topics.ZONE,
                    "A facilitation measure of a zone, or its roll, changed.",
                    FieldsChanged.class,
                    ZoneState.class),
            new EventContract(
                    EventTypes.MEMBERSHIP_NOMINATED,
                    Topics.MEMBERSHIP,
                    "An enterprise was nominated as a member of a zone.",
                    MembershipAdmitted.class,
                    MembershipState.class),
            new EventContract(
                    EventTypes.MEMBERSHIP_DECLINED,
                    Topics.MEMBERSHIP,
                    "A nomination was declined.",
                    StatusChanged.class,
                    MembershipState.class),
            new EventContract(
                    EventTypes.MEMBERSHIP_ADMITTED,
                    Topics.MEMBERSHIP,
                    "An enterprise became a member of a zone.",
                    MembershipAdmitted.class,
                    MembershipState.class),
            new EventContract(
                    EventTypes.MEMBERSHIP_EXITED,
                    Topics.MEMBERSHIP,
                    "An enterprise left a zone.",
                    StatusChanged.class,
                    MembershipState.class),
            new EventContract(
                    EventTypes.MEMBERSHIP_TITLES_CHANGED,
                    Topics.MEMBERSHIP,
                    "A title of a member was granted or stripped.",
                    FieldsChanged.class,
                    MembershipState.class),
            new EventContract(
                    EventTypes.DECLARATION_DECIDED,
                    Topics.DECLARATION,
                    "A declaration was filed and each of its lines decided.",
                    DeclarationDecided.class,
                    DeclarationState.class),
            new EventContract(
                    EventTypes.DECLARATION_AMENDED,
                    Topics.DECLARATION,
                    "A declaration was amended, or lines were decided again.",
                    DeclarationDecided.class,
                    DeclarationState.class),
            new EventContract(
                    EventTypes.DECLARATION_WITHDRAWN,
                    Topics.DECLARATION,
                    "A declaration was withdrawn.",
                    StatusChanged.class,
                    DeclarationState.class),
            new EventContract(
                    EventTypes.DECLARATION_CLEARANCE_CHANGED,
                    Topics.DECLARATION,
                    "The clearance of lines changed: what customs and ports wait for.",
                    ClearanceChanged.class,
                    DeclarationState.class),
            new EventContract(
                    EventTypes.INSPECTION_OPENED,
                    Topics.INSPECTION,
                    "A lot is to be inspected.",
                    InspectionOpened.class,
                    InspectionState.class),
            new EventContract(
                    EventTypes.INSPECTION_STATUS_CHANGED,
                    Topics.INSPECTION,
                    "An inspection was assigned or cancelled.",
                    StatusChanged.class,
                    InspectionState.class),
            new EventContract(
                    EventTypes.INSPECTION_JUDGED,
                    Topics.INSPECTION,
                    "The result of an inspection was recorded and judged.",
                    InspectionJudged.class,
                    InspectionState.class),
            new EventContract(
                    EventTypes.CORRECTIVE_ACTION_OPENED,
                    Topics.INSPECTION,
                    "A lot or its documents did not conform; the producer must put it right.",
                    CorrectiveActionOpened.class,
                    InspectionState.class),
            new EventContract(
                    EventTypes.CORRECTIVE_ACTION_STATUS_CHANGED,
                    Topics.INSPECTION,
                    "A corrective action was submitted, verified, rejected or given more time.",
                    StatusChanged.class,
                    InspectionState.class),
            new EventContract(
                    EventTypes.CERTIFICATE_ISSUED,
                    Topics.CERTIFICATE,
                    "A certificate of exemption was issued, or one issued earlier was imported.",
                    CertificateIssued.class,
                    CertificateState.class),
            new EventContract(
                    EventTypes.CERTIFICATE_STATUS_CHANGED,
                    Topics.CERTIFICATE,
                    "A certificate of exemption was suspended, reinstated or revoked, or its term ended.",
                    StatusChanged.class,
                    CertificateState.class),
            new EventContract(
                    EventTypes.CERTIFICATE_REPORT_FILED,
                    Topics.CERTIFICATE,
                    "The holder of a certificate reported on a year's exempt trade.",
                    AnnualReportFiled.class,
                    CertificateState.class),
            new EventContract(
                    EventTypes.CERTIFICATE_REMINDER_DUE,
                    Topics.CERTIFICATE,
                    "A renewal, an annual report or the end of a rectification is due.",
                    CertificateReminder.class,
                    CertificateState.class),
            new EventContract(
                    EventTypes.EXEMPTION_APPLICATION_FILED,
                    Topics.CERTIFICATE,
                    "A producer applied for exemption from inspection.",
                    ExemptionApplied.class,
                    CertificateState.class),
            new EventContract(
                    EventTypes.EXEMPTION_APPLICATION_STATUS_CHANGED,
                    Topics.CERTIFICATE,
                    "An application for exemption moved on.",
                    StatusChanged.class,
                    CertificateState.class),
            new EventContract(
                    EventTypes.RULE_SET_DRAFTED,
                    Topics.RULE_SET,
                    "A rule set was drafted, or its draft was replaced.",
                    RuleSetDrafted.class,
                    RuleSetState.class),
            new EventContract(
                    EventTypes.RULE_SET_STATUS_CHANGED,
                    Topics.RULE_SET,
                    "A rule set was published or retired.",
                    StatusChanged.class,
                    RuleSetState.class),
            new EventContract(
                    EventTypes.ALERT_RECORDED,
                    Topics.ALERT,
                    "A foreign notification, recall or return was recorded.",
                    AlertRecorded.class,
                    AlertState.class),
            new EventContract(
                    EventTypes.ALERT_MATCHES_PROPOSED,
                    Topics.ALERT,
                    "More enterprises were found that an alert may be about.",
                    AlertRecorded.class,
                    AlertState.class),
            new EventContract(
                    EventTypes.ALERT_MATCH_DECIDED,
                    Topics.ALERT,
                    "A person confirmed or rejected that an alert is about an enterprise.",
                    AlertMatchDecided.class,
                    AlertState.class),
            new EventContract(
                    EventTypes.ALERT_STATUS_CHANGED,
                    Topics.ALERT,
                    "An alert was withdrawn or superseded.",
                    StatusChanged.class,
                    AlertState.class),
            new EventContract(
                    EventTypes.INVESTIGATION_OPENED,
                    Topics.INVESTIGATION,
                    "An investigation was opened.",
                    InvestigationOpened.class,
                    InvestigationState.class),
            new EventContract(
                    EventTypes.INVESTIGATION_STATUS_CHANGED,
                    Topics.INVESTIGATION,
                    "An investigation was assigned, transferred or closed.",
                    StatusChanged.class,
                    InvestigationState.class),
            new EventContract(
                    EventTypes.INVESTIGATION_CONCLUDED,
                    Topics.INVESTIGATION,
                    "The cause of a finding was attributed.",
                    InvestigationConcluded.class,
                    InvestigationState.class),
            new EventContract(
                    EventTypes.RISK_WARNING_ISSUED,
                    Topics.RISK_WARNING,
                    "A risk warning was issued.",
                    RiskWarningIssued.class,
                    RiskWarningState.class),
            new EventContract(
                    EventTypes.RISK_WARNING_LIFTED,
                    Topics.RISK_WARNING,
                    "A risk warning was lifted.",
                    StatusChanged.class,
                    RiskWarningState.class));

    private EventContracts() {}

    /** All types published on a topic. */
    public static Set<String> typesOf(String topic) {
        return ALL.stream()
                .filter(contract -> contract.topic().equals(topic))
                .map(EventContract::type)
                .collect(toUnmodifiableSet());
    }
}
