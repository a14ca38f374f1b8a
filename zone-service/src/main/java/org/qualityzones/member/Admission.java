package org.qualityzones.member;

import java.util.Optional;
import org.qualityzones.contracts.EnterpriseState;
import org.qualityzones.guard.Guard;
import org.qualityzones.guard.Refusal;
import org.qualityzones.zone.AreaPrefix;
import org.qualityzones.zone.Zone;

/** Whether an enterprise may become a member: privileges attach to a site and an industry. */
final class Admission {
    /** Register of the national office: says nothing about a place. */
    private static final String NATIONAL_REGISTER = "10";

    private Admission() {}

    /**
     * The rule that stands against it.
     *
     * @param known what the enterprise's owner told last, empty where nothing has arrived; then the place of
     *     registration in the code stands for the site
     */
    static Optional<Refusal> refusal(Zone zone, String uscc, Optional<EnterpriseState> known) {
        return known.map(enterprise -> refusal(zone, enterprise)).orElseGet(() -> registration(zone, uscc));
    }

    private static Optional<Refusal> refusal(Zone zone, EnterpriseState enterprise) {
        if ("DEREGISTERED".equals(enterprise.status())) {
            return refused(Guard.ENTERPRISE_ACTIVE, enterprise.uscc() + " is deregistered");
        }
        if (!AreaPrefix.contains(zone.areaCode(), enterprise.areaCode())) {
            return refused(Guard.SITE_IN_ZONE, "Site " + enterprise.areaCode() + " is outside area " + zone.areaCode());
        }
        boolean fits = enterprise.products() == null
                || enterprise.products().isEmpty()
                || enterprise.products().stream().anyMatch(product -> zone.covers(product.hsCode()));
        return fits
                ? Optional.empty()
                : refused(Guard.PRODUCT_IN_INDUSTRY, "None of its products is under " + zone.hsPrefixes());
    }

    private static Optional<Refusal> registration(Zone zone, String uscc) {
        String place = uscc.substring(2, 8);
        boolean near = place.startsWith(NATIONAL_REGISTER)
                || AreaPrefix.contains(zone.areaCode(), place)
                || AreaPrefix.contains(place, zone.areaCode());
        return near
                ? Optional.empty()
                : refused(Guard.SITE_IN_ZONE, "Registered in " + place + ", outside area " + zone.areaCode());
    }

    private static Optional<Refusal> refused(Guard guard, String detail) {
        return Optional.of(new Refusal(guard, detail));
    }
}
