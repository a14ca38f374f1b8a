package org.qualityzones.enterprise;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.qualityzones.web.codes.LocalizedName;

/** What an enterprise says about itself and may amend; absent lists are empty. */
public record Particulars(
        LocalizedName name,
        String areaCode,
        String address,
        List<Contact> contacts,
        List<Certification> certifications) {

    public Particulars {
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        certifications = certifications == null ? List.of() : List.copyOf(certifications);
    }

    /** These, with the lists of others where {@code null} was given for its own. */
    public static Particulars of(
            LocalizedName name,
            String areaCode,
            String address,
            List<Contact> contacts,
            List<Certification> certifications,
            Particulars known) {
        return new Particulars(
                name,
                areaCode,
                address,
                contacts == null ? known.contacts() : contacts,
                certifications == null ? known.certifications() : certifications);
    }

    List<String> differingFrom(Particulars other) {
        List<String> fields = new ArrayList<>();
        note(fields, "name", name, other.name);
        note(fields, "areaCode", areaCode, other.areaCode);
        note(fields, "address", address, other.address);
        note(fields, "contacts", contacts, other.contacts);
        note(fields, "certifications", certifications, other.certifications);
        return fields;
    }

    private static void note(List<String> fields, String field, Object to, Object from) {
        if (!Objects.equals(to, from)) {
            fields.add(field);
        }
    }
}
