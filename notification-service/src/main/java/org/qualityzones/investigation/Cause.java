package org.qualityzones.investigation;

/** Causes of returned goods (norm on tracing returned export industrial goods, 国质检检函〔2006〕603号, annex 4). */
public enum Cause {
    QUALITY_SAFETY_HEALTH_HYGIENE_ENVIRONMENT,
    QUALITY_STANDARD_OR_CONTRACT,
    QUALITY_OFFICIAL_MEASURE_ABROAD,
    QUALITY_TECHNICAL_BARRIER,
    QUALITY_QUANTITY_WEIGHT_OR_PACKAGING,
    QUALITY_OTHER,
    NON_QUALITY_TRANSPORT_DELIVERY_OR_CREDIT,
    NON_QUALITY_REPAIR_AFTER_WARRANTY,
    NON_QUALITY_MISUSE_BY_CONSUMER,
    NON_QUALITY_FORCE_MAJEURE,
    NON_QUALITY_OTHER;

    private static final String NON_QUALITY = "NON_QUALITY_";

    /** A cause that lies in the goods may be the producer's; any other one is not held against it. */
    boolean liesInTheGoods() {
        return !name().startsWith(NON_QUALITY);
    }
}
