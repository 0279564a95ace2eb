package marketshaping.analysis.fact;

import java.util.List;
import java.util.Map;
import marketshaping.analysis.rollup.Amount;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.Lines.Type;

/**
 * The days of sourced cases as lines for roll-ups. Each case has one line per stage: All, Searching and Paused. A case
 * with pauses also has one Paused line per reason. {@link BrokeringLines} has the conditions that select cases.
 */
public final class CaseDayLines {
    /** The SQL query of the view, which reads {@code brokering} and {@code pause}. */
    public static final String QUERY =
            """
            SELECT setting, sourced_date, gross_days, target_days, stack(3,
              'All', 'All', gross_days,
              'Searching', 'All', net_days,
              'Paused', 'All', paused_days) AS (stage, reason, days)
            FROM brokering WHERE sourced_date IS NOT NULL
            UNION ALL
            SELECT setting, sourced_date, gross_days, target_days, 'Paused', reason, days
            FROM brokering JOIN pause USING (case_id)
            """;

    public static final FactLines FACT = FactLines.of(
            "case_days",
            Map.of(
                    Type.CODE,
                    List.of("setting", "stage", "reason"),
                    Type.DAY,
                    List.of("sourced_date"),
                    Type.AMOUNT,
                    List.of("gross_days", "target_days", "days")));

    public static final LineCondition ALL_STAGES = LineCondition.is("stage", "All");
    public static final LineCondition PAUSED = LineCondition.is("stage", "Paused");

    public static final Amount DAYS = Amount.of("days");
    public static final LineCondition AT_LEAST_ONE_DAY = LineCondition.isAboveZero(DAYS);

    private CaseDayLines() {}
}
