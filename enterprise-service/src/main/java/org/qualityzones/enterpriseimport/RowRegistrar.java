package org.qualityzones.enterpriseimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.qualityzones.enterprise.Enterprise;
import org.qualityzones.enterprise.Enterprises;
import org.qualityzones.enterprise.Register;
import org.qualityzones.web.Problems;

/** Enters one row: an enterprise that is new, differs, or is on record as it is. */
@ApplicationScoped
class RowRegistrar {
    private final Enterprises enterprises;
    private final Register register;

    RowRegistrar(Enterprises enterprises, Register register) {
        this.enterprises = enterprises;
        this.register = register;
    }

    /**
     * Enters the row in the surrounding transaction.
     *
     * @param areas prefixes of the areas of the bureau that imports
     * @return {@code created}, {@code amended} or {@code unchanged}
     */
    String enter(ImportedEnterprise row, List<String> areas) {
        requireArea(row.areaCode(), areas);
        Optional<Enterprise> known = enterprises.byCodeForUpdate(row.uscc());
        if (known.isEmpty()) {
            register.add(row.uscc(), row.particulars(), Register.IMPORT);
            return "created";
        }
        Enterprise enterprise = known.get();
        requireArea(enterprise.areaCode(), areas);
        return register.amend(enterprise, row.over(enterprise.particulars())) ? "amended" : "unchanged";
    }

    private static void requireArea(String areaCode, List<String> areas) {
        if (areas.stream().noneMatch(areaCode::startsWith)) {
            throw Problems.notYourRow("/areaCode", "Only the bureau of its area may import an enterprise");
        }
    }
}
