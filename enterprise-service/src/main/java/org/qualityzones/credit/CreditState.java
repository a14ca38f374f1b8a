package org.qualityzones.credit;

/** Where a credit record stands; a repaired one is kept and no longer counts as a penalty. */
enum CreditState {
    RECORDED,
    REPAIR_REQUESTED,
    REPAIRED,
    WITHDRAWN
}
