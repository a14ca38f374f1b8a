package org.qualityzones.application;

/** What a zone must show before it is assessed (国质检检〔2014〕237号, 四). */
enum BasicCondition {
    /** 企业集聚: enterprises of one industry in one place. */
    CLUSTERING,
    /** 出口贸易规模: high share of the trade nationally, top rank in the province, or high share of local exports. */
    TRADE_SCALE,
    /** 质量安全水平: front rank nationally or in the province. */
    QUALITY_LEVEL,
    /** 组织保障机制: a working coordination body, and the zone in the government's quality evaluation. */
    ORGANISATION
}
