package marketshaping.output.disclosure;

import java.math.BigDecimal;

/**
 * One figure as disclosure control sees it: its true value, and whether a reader may see it. Two cells are never equal,
 * whatever their values.
 */
final class TableCell {

    enum State {
        /** Readers see it. */
        SHOWN,
        /** Readers have seen it in the pack before, and it can't be taken back. */
        KNOWN,
        /** Hidden for its own sake. */
        PRIMARY,
        /** Hidden because another hidden cell could be worked out from it. */
        SECONDARY,
        /** In no table, yet worked out from the table if the figures beside it are shown. */
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

    /** What is left of one figure when another is taken away, where readers must not know it. */
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

    /** True where hiding it would take something from a reader: a nought stays, for it stands for nobody. */
    boolean canCover() {
        return state == State.SHOWN && value.signum() != 0;
    }

    /** Says that readers have seen it before, whatever is done with it now. */
    void publish() {
        state = State.KNOWN;
    }

    void hide() {
        state = State.PRIMARY;
    }

    void cover() {
        if (state == State.SHOWN) {
            state = State.SECONDARY;
        }
    }
}
