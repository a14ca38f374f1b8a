package org.qualityzones.indicator;

/** What is measured; the direction is what a zone aims at (四升一降: four rise, one falls). */
enum IndicatorKind {
    /** 质量意识, index 0 to 100 of a survey. */
    QUALITY_AWARENESS(Direction.UP),
    /** 质量控制能力, index 0 to 100 of a survey. */
    QUALITY_CONTROL_CAPABILITY(Direction.UP),
    /** 出口价格, unit-value index with a fixed basket, base year 100. */
    EXPORT_PRICE_INDEX(Direction.UP),
    /** 外贸订单, number of contracts. */
    FOREIGN_ORDERS(Direction.UP),
    /** 国外召回数, confirmed recalls abroad. */
    FOREIGN_RECALLS(Direction.DOWN),
    /** Exports of the zone in US dollars. */
    EXPORT_VALUE_USD(Direction.UP),
    /** Foreign notifications of goods of the zone. */
    FOREIGN_NOTIFICATIONS(Direction.DOWN),
    /** Lots returned from abroad. */
    RETURNS(Direction.DOWN),
    /** Lots inspected. */
    LOTS_INSPECTED(Direction.NONE),
    /** Lots not accepted. */
    LOTS_REJECTED(Direction.DOWN);

    private final Direction aim;

    IndicatorKind(Direction aim) {
        this.aim = aim;
    }

    Direction aim() {
        return aim;
    }

    /** Where a figure should go from year to year. */
    enum Direction {
        UP,
        DOWN,
        NONE
    }
}
