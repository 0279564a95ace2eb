package marketshaping.output.disclosure;

import java.math.BigDecimal;

/**
 * One figure in disclosure control: its true value and whether readers may see it. Cells are compared by identity,
 * not by value.
 */
final class TableCell {

    enum State {
        /** Readers see it. */
        SHOWN,
        /** The previous pack showed it, so suppression cannot protect it. */
        KNOWN,
        /** Primary suppression. */
        PRIMARY,
        /** Secondary suppression. */
        SECONDARY,
        /** The difference of two figures. No table contains it, but readers could calculate it from shown figures. */
        REMAINDER
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

    /** Returns a cell for the difference between two figures, which readers must not learn. */
    static TableCell remainder(BigDecimal value) {
        return new TableCell(value, State.REMAINDER);
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

    /**
     * Returns true if secondary suppression of this cell hides anything. Zero stays shown, because it describes
     * nobody.
     */
    boolean canSuppress() {
        return state == State.SHOWN && value.signum() != 0;
    }

    /** Records that readers already have this figure. */
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
