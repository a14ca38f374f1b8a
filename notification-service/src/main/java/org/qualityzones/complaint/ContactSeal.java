package org.qualityzones.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import org.qualityzones.web.seal.SecretSeal;

/** Contacts as they are stored: sealed for their complaint. */
@ApplicationScoped
class ContactSeal {

    private static final JsonMapper JSON = new JsonMapper();

    private final SecretSeal seal;

    ContactSeal(SecretSeal seal) {
        this.seal = seal;
    }

    /** Null for none. */
    byte[] seal(UUID complaint, ComplaintCommands.Contact contact) {
        if (contact == null) {
            return null;
        }
        try {
            return seal.seal(JSON.writeValueAsBytes(contact), context(complaint));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Null for none. */
    ComplaintCommands.Contact open(Complaint complaint) {
        if (complaint.contact() == null) {
            return null;
        }
        try {
            return JSON.readValue(
                    seal.open(complaint.contact(), context(complaint.id())), ComplaintCommands.Contact.class);
        } catch (IOException damaged) {
            throw new IllegalStateException("A stored contact cannot be read", damaged);
        }
    }

    private static String context(UUID complaint) {
        return "complaint/" + complaint;
    }
}
