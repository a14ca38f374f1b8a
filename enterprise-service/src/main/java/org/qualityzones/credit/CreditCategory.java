package org.qualityzones.credit;

/** The six categories of credit information (AQSIQ announcement 2014/3). */
public enum CreditCategory {
    BASIC,
    LAW_ABIDING,
    QUALITY_MANAGEMENT,
    PRODUCT_QUALITY,
    SUPERVISION,
    SOCIAL_EVALUATION
}
