package org.qualityzones.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.qualityzones.contracts.EnterpriseRegistered;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.FieldsChanged;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Ids;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;

/** Enters enterprises and their amended particulars, one by one or from an import, in the surrounding transaction. */
@ApplicationScoped
public class Register {
    /** Origin of what came by a request of its own. */
    static final String API = "API";

    /** Origin of what came as a row of an import. */
    public static final String IMPORT = "IMPORT";

    private final Enterprises enterprises;
    private final EnterpriseRecorder recorder;
    private final Ids ids;
    private final Audit audit;

    public Register(Enterprises enterprises, EnterpriseRecorder recorder, Ids ids, Audit audit) {
        this.enterprises = enterprises;
        this.recorder = recorder;
        this.ids = ids;
        this.audit = audit;
    }

    /** Adds an enterprise. @throws Problem duplicate, if the code is taken */
    public Enterprise add(String uscc, Particulars particulars, String origin) {
        enterprises.serialize(uscc);
        if (enterprises.byCode(uscc).isPresent()) {
            throw Problems.duplicate("enterprise", uscc);
        }
        Enterprise enterprise = new Enterprise(ids.next(), uscc);
        enterprise.describe(particulars);
        enterprise.entitle(enterprises.titlesOf(uscc));
        recorder.record(enterprise, EventTypes.ENTERPRISE_REGISTERED, new EnterpriseRegistered(origin));
        enterprises.persist(enterprise);
        audit.record("enterprise.register", uscc, null);
        return enterprise;
    }

    /** Puts particulars in place of those on record; nothing is recorded where nothing differs. @return whether it did */
    public boolean amend(Enterprise enterprise, Particulars particulars) {
        if (enterprise.isDeregistered()) {
            throw Problem.of(
                    EnterpriseProblem.ENTERPRISE_DEREGISTERED, "A deregistered enterprise is not amended any more");
        }
        List<String> fields = enterprise.describe(particulars);
        if (fields.isEmpty()) {
            return false;
        }
        recorder.record(enterprise, EventTypes.ENTERPRISE_AMENDED, new FieldsChanged(fields));
        audit.record("enterprise.amend", enterprise.uscc(), String.join(" ", fields));
        return true;
    }
}
