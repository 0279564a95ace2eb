package marketshaping.feedback;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import marketshaping.feedback.CheckReport.Gap;

/**
 * Describes missing information in accepted rows, with its effect on the packs.
 */
final class CoverageGaps {
    /**
     * One kind of gap.
     *
     * @param gap the gap's id in the report, which is also its name in {@link CoverageCounts}
     * @param things the plural noun for the counted rows in the sentence, which is also the name of their number
     * @param needs the inputs without which the gap can't be counted
     * @param effect the end of the sentence, after the number of rows
     */
    private record Kind(String input, String gap, String things, List<String> needs, String effect) {}

    /** The gap of places that are in no directory, and the directories. */
    private static final String NOT_LOOKED_UP = "not_looked_up";

    private static final List<String> DIRECTORIES = List.of("postcodes", "providers");

    private static final String LEFT_OUT_OF_PERCENTAGES = " They are left out of every out-of-borough percentage.";

    private static final List<Kind> KINDS = List.of(
            placements(
                    "not_located",
                    "can't be located: they state no postcode, no authority and no CQC location of a care home."
                            + LEFT_OUT_OF_PERCENTAGES),
            placements(
                    NOT_LOOKED_UP,
                    "can't be located: they state no authority, and their postcode or CQC location is not in the"
                            + " directories supplied." + LEFT_OUT_OF_PERCENTAGES),
            placements(
                    "postcode_not_there",
                    "will show no distance: their postcode is not in the directory.",
                    "postcodes"),
            placements("no_location", "will show no rating: they state no CQC location of the care home.", "providers"),
            placements(
                    "location_not_there",
                    "will show no rating: their CQC location is not in the directory.",
                    "providers"),
            placements("no_need", "will show the need Not recorded: their primary support reason is not known."),
            placements("no_age", "will show the age band Not recorded: their date of birth is missing."),
            placements("no_contract", "will show the route Not recorded: they state no contract."),
            placements(
                    "contract_not_there",
                    "will show the route Not recorded: their contract is not among the accepted contracts.",
                    "contracts"),
            placements(
                    "no_cost",
                    "will be left out of every total cost: neither the placement nor its contract states a cost, or a"
                            + " cost per hour, day or session is stated without planned units."),
            placements(
                    "no_provider",
                    "will be left out of figures about providers: neither the placement nor its contract states a"
                            + " provider."),
            cases(
                    "no_complete_referral",
                    "will be timed from the referral date: they state no complete referral date."),
            cases(
                    "sourced_without_placement",
                    "were sourced but will show the route Not recorded: they state no placement."),
            cases(
                    "placement_not_there",
                    "will show the route Not recorded: their placement is not among the accepted placements.",
                    "placements"),
            cases("no_source", "will show the source Not recorded."),
            new Kind(
                    "brokering_pauses",
                    "case_not_there",
                    "pauses",
                    List.of("brokering_pauses", "brokering"),
                    "will not be deducted from any case: their case is not among the accepted cases."),
            new Kind(
                    "framework_memberships",
                    "lot_not_there",
                    "memberships",
                    List.of("framework_memberships", "framework_lots"),
                    "will not count for any setting: their lot is not among the accepted lots."));

    private CoverageGaps() {}

    /**
     * Returns the gaps that affect at least one row, largest first.
     *
     * @param inputs returns the accepted rows of an input; none if it is missing
     * @param given the inputs that are available
     * @param unread the inputs that could not be read; a lookup in them fails for that reason only
     */
    static List<Gap> of(Function<String, InputRows> inputs, Set<String> given, Set<String> unread) {
        Map<String, Long> counts = CoverageCounts.of(inputs);
        return KINDS.stream()
                .filter(kind -> given.containsAll(kind.needs()))
                .filter(kind -> !kind.gap().equals(NOT_LOOKED_UP) || Collections.disjoint(unread, DIRECTORIES))
                .map(kind -> gap(kind, counts.getOrDefault(kind.gap(), 0L), counts.getOrDefault(kind.things(), 0L)))
                .filter(gap -> gap.rows() > 0)
                .sorted(Comparator.comparing(Gap::rows).reversed())
                .toList();
    }

    private static Gap gap(Kind kind, long rows, long of) {
        String sentence = String.format(Locale.UK, "%,d of %,d %s %s", rows, of, kind.things(), kind.effect());
        return new Gap(kind.input(), kind.gap(), rows, of, sentence);
    }

    private static Kind placements(String gap, String effect, String... alsoNeeds) {
        return new Kind("placements", gap, "placements", with("placements", alsoNeeds), effect);
    }

    private static Kind cases(String gap, String effect, String... alsoNeeds) {
        return new Kind("brokering", gap, "cases", with("brokering", alsoNeeds), effect);
    }

    private static List<String> with(String input, String... more) {
        return Stream.concat(Stream.of(input), Stream.of(more)).toList();
    }
}
