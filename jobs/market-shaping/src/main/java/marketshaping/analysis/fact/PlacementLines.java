package marketshaping.analysis.fact;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.analysis.rollup.Amount;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.Lines;
import marketshaping.analysis.rollup.Lines.Type;

/** The lines of the placement fact for roll-ups, with the conditions and dimensions that measures share. */
public final class PlacementLines {
    private static final int MONTHS_FROM_18_TO_65 = 47 * 12;

    private static final long DAYS_OF_WEEK = 7;

    private static final Set<String> RATINGS = Set.of("Outstanding", "Good", "Requires improvement", "Inadequate");
    private static final String NOT_RATED = "Not rated";

    /** The lines of the placement fact. */
    public static final FactLines FACT = FactLines.of(
            "placement",
            Map.of(
                    Type.PERSON,
                    List.of("person"),
                    Type.CODE,
                    List.of(
                            "need_group",
                            "setting",
                            "accommodation",
                            "long_term",
                            "provider_id",
                            "purchase_route",
                            "framework_provider",
                            "lot_in_force",
                            "host_code",
                            "host_name",
                            "tier",
                            "out_of_borough",
                            "out_of_borough_reason",
                            "host_authority_notified",
                            "rating",
                            "provider_name"),
                    Type.DAY,
                    List.of(
                            "start_date",
                            "end_date",
                            "turns_65",
                            "contract_end",
                            "registered_to",
                            "last_seen",
                            "last_seen_year_before"),
                    Type.AMOUNT,
                    List.of("weekly_cost", "one_off_cost")));

    /** Placements that are active on the date. */
    public static final LineCondition ACTIVE = LineCondition.runs("start_date", "end_date");

    public static final LineCondition IN_ACCOMMODATION = LineCondition.isTrue("accommodation");
    public static final LineCondition OUT_OF_BOROUGH = LineCondition.isTrue("out_of_borough");
    public static final LineCondition LOCATED =
            LineCondition.is("tier", "Not located").not();

    /** The age band on the date. Not recorded includes dates of birth that make a person under 18. */
    public static final Dimension AGE_BAND = new Dimension("age_band", (lines, slices) -> {
        int[] turns65 = lines.days("turns_65");
        int[] turns18 = Arrays.stream(turns65).map(PlacementLines::day18).toArray();
        return new Dimension.Coding(
                List.of("Not recorded", "18 to 64", "65 and over"),
                (slice, span) -> line -> turns18[line] > span.last() ? 0 : turns65[line] <= span.last() ? 2 : 1);
    });

    public static final Amount WEEKLY_COST = Amount.of("weekly_cost");

    /**
     * The cost of the days in the period, in sevenths of a pound so that it is exact. It includes a one-off cost on the
     * first day.
     */
    public static final Amount SEVENTHS_OF_COST = (lines, span) -> {
        int[] starts = lines.days("start_date");
        int[] ends = lines.days("end_date");
        long[] weekly = lines.amounts("weekly_cost");
        long[] oneOff = lines.amounts("one_off_cost");
        return line -> {
            if (weekly[line] == Lines.NO_AMOUNT) {
                return Lines.NO_AMOUNT;
            }
            int first = Math.max(starts[line], span.first());
            int days = Math.max(0, 1 + Math.min(ends[line], span.last()) - first);
            long once = first == starts[line] ? Math.multiplyExact(DAYS_OF_WEEK, oneOff[line]) : 0;
            return Math.addExact(Math.multiplyExact(weekly[line], (long) days), once);
        };
    };

    /** The provider, as free text. */
    public static final Dimension PROVIDER = Dimension.ofText("provider", "provider_id");

    /** Placements whose contract ended before the date. */
    public static final LineCondition CONTRACT_EXPIRED = (lines, span) -> {
        int[] ends = lines.days("contract_end");
        return line -> ends[line] < span.last();
    };

    private PlacementLines() {}

    private static int day18(int turns65) {
        return turns65 == Lines.AFTER_ALL
                ? Lines.AFTER_ALL
                : (int) LocalDate.ofEpochDay(turns65)
                        .minusMonths(MONTHS_FROM_18_TO_65)
                        .toEpochDay();
    }

    /**
     * Selects placements at locations with one of these qualities on the date: a rating, Not rated or No longer
     * registered.
     */
    public static LineCondition quality(String... qualities) {
        Set<String> wanted = Set.of(qualities);
        return (lines, span) -> {
            int[] registeredTo = lines.days("registered_to");
            Lines.Codes ratings = lines.codes("rating");
            List<Boolean> isWanted = ratings.values().stream()
                    .map(rating -> wanted.contains(RATINGS.contains(rating) ? rating : NOT_RATED))
                    .toList();
            boolean isUnratedWanted = wanted.contains(NOT_RATED);
            boolean isDeregisteredWanted = wanted.contains("No longer registered");
            return line -> {
                if (registeredTo[line] < span.last()) {
                    return isDeregisteredWanted;
                }
                int rating = ratings.codes()[line];
                return rating == Lines.Codes.NONE ? isUnratedWanted : isWanted.get(rating);
            };
        };
    }

    /** Selects placements whose contract ends on the date, or up to some months later. */
    public static LineCondition contractEndsWithin(int months) {
        return (lines, span) -> {
            int[] ends = lines.days("contract_end");
            long last = LocalDate.ofEpochDay(span.last()).plusMonths(months).toEpochDay();
            return line -> ends[line] >= span.last() && ends[line] <= last;
        };
    }
}
