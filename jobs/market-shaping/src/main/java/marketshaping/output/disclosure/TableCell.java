package marketshaping.output.disclosure;

import java.math.BigDecimal;

/**
 * One figure in disclosure control: its true value and whether readers may see it. Cells are compared by identity,
 * not by value.
 */
final class TableCell {

    enum State {
        /** The new pack shows the figure to readers. */
        SHOWN,
        /** The previous pack showed it, so readers have it and hiding it would not protect it. */
        KNOWN,
        /**
         * Hidden because it is a small count, is based on a hidden count, or is mostly one provider's money (primary
         * suppression).
         */
        PRIMARY,
        /** Hidden because it would reveal another hidden figure (secondary suppression). */
        SECONDARY,
        /** The difference of two figures. No table contains it, but readers could calculate it from shown figures. */
        REMAINDER,
        /** The rest of a figure beyond some of its parts. Readers may calculate it; they know that it isn't negative. */
        REST
    }

    private final BigDecimal value;
    private State state;

    private TableCell(BigDecimal value, State state) {
        this.value = value;
        this.state = state;
    }

    static TableCell of(BigDecimal value) {
        return new TableCell(value, State.SHOWN);
    }

    /** Returns a cell for the difference between two figures, which readers must not be able to calculate. */
    static TableCell remainder(BigDecimal value) {
        return new TableCell(value, State.REMAINDER);
    }

    /** Returns a cell for the rest of a figure beyond some of its parts, which readers may calculate. */
    static TableCell rest(BigDecimal value) {
        return new TableCell(value, State.REST);
    }

    BigDecimal value() {
        return value;
    }

    State state() {
        return state;
    }

    boolean isShown() {
        return state == State.SHOWN || state == State.KNOWN;
    }

    /** Returns true if readers must not be able to calculate this figure. */
    boolean isSecret() {
        return !isShown() && state != State.REST;
    }

    /** Returns true if readers know that the figure is at least 1: a hidden cell of a table is never zero. */
    boolean isAtLeastOne() {
        return state == State.PRIMARY || state == State.SECONDARY;
    }

    /**
     * Returns true if secondary suppression can hide this cell: it is shown, new to readers and not zero. Zero stays
     * shown, because it describes nobody.
     */
    boolean canSuppress() {
        return state == State.SHOWN && value.signum() != 0;
    }

    /** Records that the previous pack already shows this figure. */
    void markKnown() {
        state = State.KNOWN;
    }

    void suppressPrimary() {
        state = State.PRIMARY;
    }

    void suppressSecondary() {
        if (state == State.SHOWN) {
            state = State.SECONDARY;
        }
    }
}
