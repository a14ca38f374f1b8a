package org.qualityzones.enterprise;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.qualityzones.web.codes.AreaCode;
import org.qualityzones.web.codes.LocalizedName;
import org.qualityzones.web.codes.NameText;
import org.qualityzones.web.codes.Text;
import org.qualityzones.web.codes.Uscc;

/** What may be asked about an enterprise, one record per operation. */
final class EnterpriseCommands {
    private EnterpriseCommands() {}

    /** Registers an enterprise under its code. */
    record Register(
            @NotNull @Uscc String uscc,
            @NotNull @Valid LocalizedName name,
            @NotNull @AreaCode String areaCode,
            @NotNull @Text String address,
            @Size(max = 20) List<@NotNull @Valid Contact> contacts,
            @Size(max = 100) List<@NotNull @Valid Certification> certifications) {

        Particulars particulars() {
            return new Particulars(name, areaCode, address, contacts, certifications);
        }
    }

    /** Puts particulars in place of the ones on record; {@code uscc}, if given, must be the one of the path. */
    record Amend(
            @Uscc String uscc,
            @NotNull @Valid LocalizedName name,
            @NotNull @AreaCode String areaCode,
            @NotNull @Text String address,
            @Size(max = 20) List<@NotNull @Valid Contact> contacts,
            @Size(max = 100) List<@NotNull @Valid Certification> certifications) {

        Particulars particulars() {
            return new Particulars(name, areaCode, address, contacts, certifications);
        }
    }

    /**
     * An action of the workflow {@code enterprise}.
     *
     * @param scope of {@code suspend}, {@code STATUTORY} where absent
     * @param from first day of the suspension, today where absent
     * @param until last day of the suspension, open where absent
     */
    record Transition(
            @NotNull @NameText String action,
            @Text String reason,
            SuspensionScope scope,
            LocalDate from,
            LocalDate until) {}
}
