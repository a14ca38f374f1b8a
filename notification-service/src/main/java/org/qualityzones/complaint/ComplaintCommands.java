package org.qualityzones.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.web.Problems;
import org.qualityzones.web.codes.AreaCode;
import org.qualityzones.web.codes.NameText;
import org.qualityzones.web.codes.ReferenceText;
import org.qualityzones.web.codes.Text;
import org.qualityzones.web.codes.Uscc;

/** What clients send about complaints. */
final class ComplaintCommands {

    private ComplaintCommands() {}

    /** How to reach who complains; at least one of phone and email. */
    @Schema(name = "ComplaintContact")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contact(
            @NameText String name,
            @Pattern(regexp = "\\+?[0-9 ()-]{5,30}") String phone,

            @Pattern(regexp = "[^@\\s]{1,64}@[^@\\s]{1,190}")
            String email) {}

    /**
     * @param text what is wrong
     * @param uscc the enterprise it is about
     * @param areaCode where that is; absent = the enterprise's area
     */
    @Schema(name = "ComplaintRequest")
    record File(
            @NotNull @Text String text,
            @Uscc String uscc,
            @AreaCode String areaCode,
            @NameText String product,
            @ReferenceText String lotNo,
            @Valid Contact contact) {

        /** 400 for a contact by which nobody can be reached. */
        void requireConsistent() {
            if (contact != null && contact.phone() == null && contact.email() == null) {
                throw Problems.invalid("/contact", "required", "A contact has a phone number or an email address");
            }
        }
    }

    /**
     * @param action {@code accept}, {@code resolve} or {@code dismiss}
     * @param reason the answer, with {@code resolve} and {@code dismiss}
     */
    @Schema(name = "ComplaintTransition")
    record Transition(@NotNull @Text String action, @Text String reason) {}
}
