package org.qualityzones.enterpriseimport;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.qualityzones.enterprise.Certification;
import org.qualityzones.enterprise.Contact;
import org.qualityzones.enterprise.Particulars;
import org.qualityzones.web.codes.AreaCode;
import org.qualityzones.web.codes.LocalizedName;
import org.qualityzones.web.codes.Text;
import org.qualityzones.web.codes.Uscc;

/** One row: as the body of a registration. Lists that are absent stay as they are on record. */
record ImportedEnterprise(
        @NotNull @Uscc String uscc,
        @NotNull @Valid LocalizedName name,
        @NotNull @AreaCode String areaCode,
        @NotNull @Text String address,
        @Size(max = 20) List<@NotNull @Valid Contact> contacts,
        @Size(max = 100) List<@NotNull @Valid Certification> certifications) {

    private static final Particulars NOTHING = new Particulars(null, null, null, null, null);

    Particulars particulars() {
        return over(NOTHING);
    }

    Particulars over(Particulars known) {
        return Particulars.of(name, areaCode, address, contacts, certifications, known);
    }
}
