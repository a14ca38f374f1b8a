package org.qualityzones.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * An enterprise as everyone may know it: without contacts. Key: {@code uscc}.
 *
 * @param uscc unified social credit code, GB 32100
 * @param areaCode GB/T 2260, six digits
 * @param class_ {@code CLASS_1}…{@code CLASS_4} or {@code UNCLASSIFIED}
 * @param classSince first day in this class, null while never classified
 * @param classValidUntil last day of the term, null where open
 * @param creditLevel {@code AA}, {@code A}, {@code B}, {@code C}, {@code D} or {@code UNRATED}
 * @param status {@code ACTIVE}, {@code RECTIFYING} or {@code DEREGISTERED}
 * @param suspension null when not suspended
 * @param titles copy of the titles of its memberships
 * @param penalties of its credit records, newest first
 * @param agents who may declare for it
 */
public record EnterpriseState(
        String id,
        String uscc,
        LocalizedText name,
        String areaCode,
        String address,
        List<Certification> certifications,
        String class_,
        LocalDate classSince,
        LocalDate classValidUntil,
        String creditLevel,
        String status,
        Suspension suspension,
        List<Title> titles,
        List<Penalty> penalties,
        List<Product> products,
        List<Agent> agents,
        long version) {

    /** A management system certificate, for example {@code ISO9001}. */
    public record Certification(String scheme, String number, LocalDate validUntil) {}

    /**
     * May not apply for inspection, both days included.
     *
     * @param scope {@code STATUTORY} or {@code ALL}
     * @param until null = open
     */
    public record Suspension(String scope, LocalDate from, LocalDate until, String reason) {}

    /**
     * @param kind for example {@code DEMONSTRATION}
     * @param grantedBy zone code
     */
    public record Title(String kind, String grantedBy, LocalDate from, LocalDate until) {}

    public record Penalty(LocalDate on, String kind) {}

    public record Product(String id, String hsCode, LocalizedText name, String brand, String model, String standard) {}

    public record Agent(String agentUscc, LocalDate from, LocalDate until) {}
}
