package org.qualityzones.credit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.ValueChanged;
import org.qualityzones.enterprise.CivilDays;
import org.qualityzones.enterprise.CreditLevel;
import org.qualityzones.enterprise.Enterprise;
import org.qualityzones.enterprise.EnterpriseProblem;
import org.qualityzones.enterprise.EnterpriseRecorder;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Ids;
import org.qualityzones.web.Problem;

/** Enters and moves credit records and reckons the enterprise's standing anew, in the surrounding transaction. */
@ApplicationScoped
public class CreditRecorder {
    private final CreditRecords records;
    private final EnterpriseRecorder enterprises;
    private final CreditConfig config;
    private final CivilDays days;
    private final Audit audit;
    private final Ids ids;

    CreditRecorder(
            CreditRecords records,
            EnterpriseRecorder enterprises,
            CreditConfig config,
            CivilDays days,
            Audit audit,
            Ids ids) {
        this.records = records;
        this.enterprises = enterprises;
        this.config = config;
        this.days = days;
        this.audit = audit;
        this.ids = ids;
    }

    /** Puts what follows from a result on the file, once for each enterprise. */
    public void enterIncident(Enterprise enterprise, CreditCategory category, String reason, String cause) {
        if (!enterprise.isDeregistered() && !records.isKnown(enterprise.id(), cause)) {
            LocalDate today = days.today();
            CreditEntry entry = new CreditEntry(
                    CreditKind.INCIDENT,
                    category,
                    Severity.MINOR,
                    Severity.MINOR.bestLevel(),
                    today,
                    today.plus(config.countsFor()),
                    reason,
                    null,
                    cause);
            enter(enterprise, entry, "rule");
        }
    }

    CreditRecord enter(Enterprise enterprise, CreditEntry entry, String recordedBy) {
        if (records.count("enterpriseId", enterprise.id()) >= config.maxRecords()) {
            throw Problem.of(
                    EnterpriseProblem.TOO_MANY_ENTRIES,
                    "An enterprise has at most " + config.maxRecords() + " credit records");
        }
        CreditRecord made = new CreditRecord(ids.next(), enterprise.id(), entry, recordedBy, days.now());
        records.persist(made);
        audit.record("credit-record.enter", made.id().toString(), enterprise.uscc());
        reckon(enterprise, entry.reason());
        return made;
    }

    void move(Enterprise enterprise, CreditRecord of, CreditState to, String action, String reason) {
        of.move(to, reason, days.now());
        audit.record("credit-record." + action, of.id().toString(), enterprise.uscc());
        reckon(enterprise, reason);
    }

    void lapse(Enterprise enterprise, CreditRecord of) {
        of.lapse(days.now());
        reckon(enterprise, null);
    }

    /** Tells the new standing, where it is one. */
    private void reckon(Enterprise enterprise, String reason) {
        CreditStanding standing = CreditStanding.of(records.of(enterprise.id(), config.maxRecords()));
        CreditLevel before = enterprise.creditLevel();
        if (standing.level() == before && standing.penalties().equals(enterprise.penalties())) {
            return;
        }
        enterprise.rate(standing.level(), standing.penalties());
        enterprises.record(
                enterprise,
                EventTypes.ENTERPRISE_CREDIT_CHANGED,
                new ValueChanged(before.name(), standing.level().name(), reason));
    }
}
