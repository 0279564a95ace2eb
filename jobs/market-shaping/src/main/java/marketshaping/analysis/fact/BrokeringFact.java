package marketshaping.analysis.fact;

import java.util.List;
import java.util.Map;
import marketshaping.lake.TableSchema;
import marketshaping.lake.TableSchema.ColumnShape;

/**
 * The brokering fact: one row per accepted case. Days are calendar days between two dates, so the same day is 0. They
 * are null if a date is missing.
 */
public final class BrokeringFact {
    public static final TableSchema SCHEMA = new TableSchema(
            "brokering_fact",
            "one row per accepted brokering case",
            List.of(
                    new ColumnShape("case_id", "STRING NOT NULL", "case number in the brokerage team's system"),
                    new ColumnShape("person", "STRING NOT NULL", "identifier hash of the person"),
                    new ColumnShape("setting", "STRING NOT NULL", "kind of care that was sought"),
                    new ColumnShape("accommodation", "BOOLEAN NOT NULL", "setting is accommodation with care"),
                    new ColumnShape("need_group", "STRING NOT NULL", "group of the primary support reason"),
                    new ColumnShape("source", "STRING NOT NULL", "source of the referral"),
                    new ColumnShape("urgent", "STRING NOT NULL", "Urgent, Not urgent or Not recorded"),
                    new ColumnShape("status", "STRING NOT NULL", "status in the extract"),
                    new ColumnShape("clock_start", "DATE NOT NULL", "complete referral date, else referral date"),
                    new ColumnShape("sourced_date", "DATE", "date an offer was accepted, which stops the clock"),
                    new ColumnShape("closed_date", "DATE", "date the case ended without being sourced"),
                    new ColumnShape("ended_on", "DATE", "date sourced or closed; null while open"),
                    new ColumnShape("service_start_date", "DATE", "first day of care"),
                    new ColumnShape("gross_days", "INT", "days from clock start to sourced"),
                    new ColumnShape("paused_days", "INT", "gross days on which the case was paused"),
                    new ColumnShape("net_days", "INT", "gross days minus paused days"),
                    new ColumnShape("working_days", "INT", "working days in England after clock start, up to sourced"),
                    new ColumnShape("days_to_start", "INT", "days from clock start to the first day of care"),
                    new ColumnShape("target_days", "INT", "target of the setting; null if there is none"),
                    new ColumnShape("placement_id", "STRING", "placement that the case led to"),
                    new ColumnShape("purchase_route", "STRING NOT NULL", "purchase route of that placement"),
                    new ColumnShape("offers_sought", "INT", "number of providers asked"),
                    new ColumnShape("offers_received", "INT", "number of offers received")),
            Map.of("brokering_fact_clock", "sourced_date IS NULL OR sourced_date >= clock_start"));

    /**
     * The SQL query, which reads the views {@code in_<input>}, {@code placement} and the reference views, with the
     * named parameters of {@link Views}. A pause runs from its start to the day before its end; pauses may overlap.
     */
    static final String QUERY =
            """
            WITH
            clocked AS (
              SELECT b.*, coalesce(b.complete_referral_date, b.referral_date) AS clock_start,
                     least(b.sourced_date, b.closed_date) AS ended_on
              FROM in_brokering b
            ),
            paused AS (
              SELECT case_id, collect_list(struct(pause_start, pause_end)) AS pauses FROM in_brokering_pauses GROUP BY case_id
            ),
            timed AS (
              SELECT b.*,
                     datediff(b.sourced_date, b.clock_start) AS gross_days,
                     CASE WHEN :pauses_known AND b.sourced_date IS NOT NULL THEN
                       coalesce(size(array_distinct(flatten(transform(
                         filter(z.pauses, x -> greatest(x.pause_start, b.clock_start) < least(x.pause_end, b.sourced_date)),
                         x -> sequence(greatest(x.pause_start, b.clock_start), date_sub(least(x.pause_end, b.sourced_date), 1)))))), 0)
                     END AS paused_days,
                     weekdays(b.sourced_date) - weekdays(b.clock_start)
                       - size(filter(:bank_holidays, h -> h > b.clock_start AND h <= b.sourced_date)) AS working_days
              FROM clocked b
              LEFT JOIN paused z ON z.case_id = b.case_id
            )
            SELECT b.case_id,
                   b.person_id AS person,
                   b.setting,
                   s.accommodation,
                   coalesce(r.need_group, 'Not recorded') AS need_group,
                   coalesce(b.source, 'Not recorded') AS source,
                   CASE WHEN b.urgent THEN 'Urgent' WHEN NOT b.urgent THEN 'Not urgent' ELSE 'Not recorded' END AS urgent,
                   b.status,
                   b.clock_start,
                   b.sourced_date,
                   b.closed_date,
                   b.ended_on,
                   b.service_start_date,
                   b.gross_days,
                   b.paused_days,
                   b.gross_days - b.paused_days AS net_days,
                   b.working_days,
                   CASE WHEN b.service_start_date >= b.clock_start THEN datediff(b.service_start_date, b.clock_start) END AS days_to_start,
                   s.target_days,
                   b.placement_id,
                   coalesce(p.purchase_route, 'Not recorded') AS purchase_route,
                   b.offers_sought,
                   b.offers_received
            FROM timed b
            JOIN setting_list s ON s.setting = b.setting
            LEFT JOIN support_reason r ON r.primary_support_reason = b.primary_support_reason
            LEFT JOIN placement p ON p.placement_id = b.placement_id
            """;

    private BrokeringFact() {}
}
