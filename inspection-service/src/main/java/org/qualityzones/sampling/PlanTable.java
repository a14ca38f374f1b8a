package org.qualityzones.sampling;

/**
 * Single sampling plans of GB/T 2828.1-2012 tables 2-A, 2-B and 2-C in the form in which they were built: along each diagonal
 * (code letter + AQL column) the acceptance number is constant, and a cell without a plan points up or down to the nearest one.
 */
enum PlanTable {
    NORMAL(6, 7, 9, new int[] {1, 2, 3, 5, 7, 10, 14, 21}),
    TIGHTENED(7, 7, 10, new int[] {1, 2, 3, 5, 8, 12, 18}),
    REDUCED(6, 7, 10, new int[] {1, 2, 3, 5, 6, 8, 10});

    private final int zeroDiagonal;
    private final int lastDiagonalToZero;
    private final int firstDiagonal;
    private final int[] acceptances;

    /**
     * @param zeroDiagonal the diagonal of acceptance number 0; all before it point down to it
     * @param lastDiagonalToZero the last diagonal that points (up) to it
     * @param firstDiagonal the diagonal of the first of {@code acceptances}
     * @param acceptances acceptance numbers by diagonal; all after the last point up to it
     */
    PlanTable(int zeroDiagonal, int lastDiagonalToZero, int firstDiagonal, int[] acceptances) {
        this.zeroDiagonal = zeroDiagonal;
        this.lastDiagonalToZero = lastDiagonalToZero;
        this.firstDiagonal = firstDiagonal;
        this.acceptances = acceptances;
    }

    static PlanTable of(Severity severity) {
        return valueOf(severity.name());
    }

    /** The plan that the table gives for an initial letter, its arrows followed. */
    Cell cell(CodeLetter initial, Aql aql) {
        int column = aql.ordinal();
        int diagonal = initial.ordinal() + column;
        int target = target(diagonal);
        if (target < column) { // an arrow up at the first letter has nothing above it and turns down
            target = firstDiagonal;
        }
        int accept = target == zeroDiagonal ? 0 : acceptances[target - firstDiagonal];
        return new Cell(CodeLetter.values()[target - column], accept);
    }

    private int target(int diagonal) {
        if (diagonal <= lastDiagonalToZero) {
            return zeroDiagonal;
        }
        return Math.clamp(diagonal, firstDiagonal, firstDiagonal + acceptances.length - 1);
    }

    /** The letter that gives the sample size, and the acceptance number. */
    record Cell(CodeLetter letter, int accept) {}
}
