package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/**
 * Numbers of providers asked and of offers received for sourced cases, which show how much choice the market offers.
 */
public final class BrokeringMarket {

    public static final Measure MEASURE = new Measure(
            "brokering_market",
            Section.BROKERING,
            "Offers sought and received for sourced cases",
            new Definition(
                    "The table counts the cases sourced in the period. It also counts the providers asked (offers"
                            + " sought) and the offers received.",
                    "The percentage with two or more offers covers cases whose number of offers received is recorded."
                            + " The percentage with a single provider covers cases whose number of offers sought is"
                            + " recorded. Each mean covers the same cases as the percentage based on that number.",
                    "Cases were sourced in the last 12 months up to the as-at date.",
                    "Open cases, and cases that ended without a placement, are not counted.",
                    "Cases whose number is not recorded are counted in a separate column. They are left out of every"
                            + " sum, mean and percentage of that number."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.count("cases"),
                    Column.count("offers_sought"),
                    Column.count("offers_received"),
                    Column.number("mean_offers_sought", "_sought_recorded"),
                    Column.number("mean_offers_received", "_received_recorded"),
                    Column.count("two_or_more_offers"),
                    Column.percent("two_or_more_offers_percent", "two_or_more_offers", "_received_recorded"),
                    Column.count("single_provider"),
                    Column.percent("single_provider_percent", "single_provider", "_sought_recorded"),
                    Column.count("sought_not_recorded"),
                    Column.count("received_not_recorded"),
                    Column.count("_sought_recorded"),
                    Column.count("_received_recorded")),
            """
            WITH cell AS (
              SELECT setting,
                count(*) AS cases,
                sum(offers_sought) AS offers_sought,
                sum(offers_received) AS offers_received,
                count_if(offers_received >= 2) AS two_or_more_offers,
                count_if(offers_sought = 1) AS single_provider,
                count(offers_sought) AS sought_recorded,
                count(offers_received) AS received_recorded
              FROM brokering
              WHERE sourced_date > :twelve_months_before AND sourced_date <= :as_at
              GROUP BY CUBE (setting)
            )
            SELECT
              coalesce(setting, 'All') AS setting,
              cases,
              offers_sought,
              offers_received,
              offers_sought / nullif(sought_recorded, 0) AS mean_offers_sought,
              offers_received / nullif(received_recorded, 0) AS mean_offers_received,
              two_or_more_offers,
              100 * two_or_more_offers / nullif(received_recorded, 0) AS two_or_more_offers_percent,
              single_provider,
              100 * single_provider / nullif(sought_recorded, 0) AS single_provider_percent,
              cases - sought_recorded AS sought_not_recorded,
              cases - received_recorded AS received_not_recorded,
              sought_recorded AS _sought_recorded,
              received_recorded AS _received_recorded
            FROM cell
            """);

    private BrokeringMarket() {}
}
