package marketshaping.feedback;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import marketshaping.feedback.CheckReport.Gap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Finds missing information in accepted rows, with the effect on the packs. Rows are counted in the placement fact, so
 * that the definitions are the same as in the packs.
 */
final class CoverageGaps {
    /**
     * One kind of gap.
     *
     * @param gap the gap's id in the report, which is also the query column that counts it
     * @param things the plural noun for the counted rows in the sentence, which is also the query column with their
     *     number
     * @param needs the inputs without which the gap can't be counted
     * @param effect the end of the sentence, after the number of rows
     */
    private record Kind(String input, String gap, String things, List<String> needs, String effect) {}

    private static final String LEFT_OUT_OF_PERCENTAGES = " They are left out of every out-of-borough percentage.";

    private static final List<Kind> KINDS = List.of(
            placements(
                    "not_located",
                    "can't be located: they state no postcode, no authority and no CQC location of a care home."
                            + LEFT_OUT_OF_PERCENTAGES),
            placements(
                    "not_looked_up",
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

    /** The SQL query that counts the gaps. It reads the views {@code in_<input>} and {@code placement}. */
    private static final String QUERY =
            """
            WITH
            line AS (
              SELECT p.*,
                     i.delivery_postcode,
                     p.setting IN ('Residential care', 'Nursing care') AS care_home,
                     k.postcode IS NOT NULL AS postcode_known,
                     q.location_id IS NOT NULL AS location_known
              FROM placement p
              JOIN in_placements i ON i.placement_id = p.placement_id
              LEFT JOIN in_postcodes k ON k.postcode = i.delivery_postcode
              LEFT JOIN in_providers q ON q.location_id = p.cqc_location_id
            ),
            of_placements AS (
              SELECT count(*) AS placements,
                     count_if(tier = 'Not located'
                              AND NOT (delivery_postcode IS NOT NULL OR care_home AND cqc_location_id IS NOT NULL)) AS not_located,
                     count_if(tier = 'Not located'
                              AND (delivery_postcode IS NOT NULL OR care_home AND cqc_location_id IS NOT NULL)) AS not_looked_up,
                     count_if(delivery_postcode IS NOT NULL AND NOT postcode_known) AS postcode_not_there,
                     count_if(care_home AND cqc_location_id IS NULL) AS no_location,
                     count_if(cqc_location_id IS NOT NULL AND NOT location_known) AS location_not_there,
                     count_if(need_group = 'Not recorded') AS no_need,
                     count_if(turns_65 IS NULL) AS no_age,
                     count_if(purchase_route = 'Not recorded' AND contract_id IS NULL) AS no_contract,
                     count_if(purchase_route = 'Not recorded' AND contract_id IS NOT NULL) AS contract_not_there,
                     count_if(weekly_cost IS NULL) AS no_cost,
                     count_if(provider_id IS NULL AND setting <> 'Direct payment') AS no_provider
              FROM line
            ),
            of_cases AS (
              SELECT count(*) AS cases,
                     count_if(b.complete_referral_date IS NULL) AS no_complete_referral,
                     count_if(b.status = 'Sourced' AND b.placement_id IS NULL) AS sourced_without_placement,
                     count_if(b.placement_id IS NOT NULL AND p.placement_id IS NULL) AS placement_not_there,
                     count_if(b.source IS NULL OR b.source = 'Not recorded') AS no_source
              FROM in_brokering b LEFT JOIN in_placements p ON p.placement_id = b.placement_id
            ),
            of_pauses AS (
              SELECT count(*) AS pauses, count_if(b.case_id IS NULL) AS case_not_there
              FROM in_brokering_pauses z LEFT JOIN in_brokering b ON b.case_id = z.case_id
            ),
            of_memberships AS (
              SELECT count(*) AS memberships, count_if(l.lot IS NULL) AS lot_not_there
              FROM in_framework_memberships m
              LEFT JOIN (SELECT DISTINCT framework, lot FROM in_framework_lots) l
                ON l.framework = m.framework AND l.lot = m.lot
            )
            SELECT * FROM of_placements CROSS JOIN of_cases CROSS JOIN of_pauses CROSS JOIN of_memberships
            """;

    private CoverageGaps() {}

    /**
     * Returns the gaps that affect at least one row, largest first.
     *
     * @param given the inputs whose rows are in the views
     */
    static List<Gap> of(SparkSession spark, Set<String> given) {
        Row counts = spark.sql(QUERY).first();
        return KINDS.stream()
                .filter(kind -> given.containsAll(kind.needs()))
                .map(kind -> gap(kind, counts.getAs(kind.gap()), counts.getAs(kind.things())))
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
