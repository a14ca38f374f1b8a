package org.qualityzones.declaration;

import java.util.ArrayList;
import java.util.List;
import org.qualityzones.catalogue.CatalogueSnapshot;

/** What a declaration is accepted with a remark about. */
final class Notices {

    private static final int FULL_HS_CODE = 10;

    private Notices() {}

    /** The zone that the goods are said to come from. @param code null when none is named */
    record DeclaredZone(String code, boolean known) {}

    static List<Notice> of(
            String pointer,
            DeclarationLine line,
            DeclaredZone zone,
            List<String> memberOf,
            CatalogueSnapshot catalogue) {
        List<Notice> notices = new ArrayList<>();
        String hsCode = line.hsCode();
        if (!catalogue.knows(hsCode)) {
            notices.add(new Notice(
                    pointer + "/hsCode",
                    "hs-code-unknown",
                    "The catalogue names neither " + hsCode + " nor a code above or below it; check the code"));
        }
        if (hsCode.length() < FULL_HS_CODE) {
            notices.add(new Notice(
                    pointer + "/hsCode",
                    "hs-code-short",
                    "Give all 10 digits: a code of " + hsCode.length() + " digits is decided on incomplete facts"));
        }
        if (zone.code() != null && !zone.known()) {
            notices.add(new Notice(
                    "/zoneCode",
                    "zone-unknown",
                    "There is no zone " + zone.code() + " here; decided without benefits"));
        } else if (zone.code() != null && !memberOf.contains(zone.code())) {
            notices.add(new Notice(
                    "/zoneCode",
                    "zone-not-member",
                    "The producer of line " + line.lineNo() + " is not an active member of " + zone.code()
                            + "; decided without its benefits"));
        }
        return notices;
    }
}
