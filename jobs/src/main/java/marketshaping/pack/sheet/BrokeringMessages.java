package marketshaping.pack.sheet;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import marketshaping.pack.PackInputs;

/** How long it takes to find a placement, against the target, and what is still open. */
final class BrokeringMessages {
    private static final String TIMES = "brokering_times";
    private static final String WITHIN = "within_target_percent";

    private final PackInputs inputs;
    private final Figures figures;

    BrokeringMessages(PackInputs inputs) {
        this.inputs = inputs;
        this.figures = new Figures(inputs);
    }

    List<String> sentences() {
        Sentences sentences = new Sentences();
        if (figures.has(TIMES)) {
            addWithinTarget(sentences);
            new Extract(inputs.tables().get(TIMES), Map.of("period", BrokeringDays.PERIOD), "setting")
                    .rows()
                    .forEach(row -> addSetting(sentences, row));
        }
        if (figures.has("brokering_open")) {
            addOpen(sentences);
        }
        return sentences.toList();
    }

    private void addWithinTarget(Sentences sentences) {
        YearMonth latest = YearMonth.from(inputs.asAt());
        Object year = figures.at(TIMES, WITHIN, Map.of("period", BrokeringDays.PERIOD));
        Object now = figures.at(TIMES, WITHIN, Map.of("period", latest.toString()));
        Object before = figures.at(TIMES, WITHIN + "_year_before", Map.of("period", BrokeringDays.PERIOD));
        sentences.add(
                "Cases sourced within target",
                List.of(year, now, before),
                "%s of cases sourced in the last 12 months were within target, in the 12 months before %s; in %s %s."
                        .formatted(
                                Words.percent(year), Words.percent(before), Words.month(latest), Words.percent(now)));
    }

    private void addSetting(Sentences sentences, List<Object> row) {
        Object setting = figures.cell(TIMES, row, "setting");
        Object mean = figures.cell(TIMES, row, "mean_days");
        Object median = figures.cell(TIMES, row, "median_days");
        Object target = BrokeringDays.target(inputs, setting);
        String against = Words.isNumber(target)
                ? "against a target of %s; %s".formatted(Words.days(target), within(row))
                : "without a target";
        Object before = figures.cell(TIMES, row, "mean_days_year_before");
        String ago = Words.isNumber(before) ? "; a year ago %s days".formatted(Words.days(before)) : "";
        sentences.add(
                setting.toString(),
                List.of(mean, median),
                "%s takes %s days on average (median %s, %s), %s%s."
                        .formatted(
                                setting,
                                Words.days(mean),
                                Words.days(median),
                                Words.count(figures.cell(TIMES, row, "cases"), "case", "cases"),
                                against,
                                ago));
    }

    private String within(List<Object> row) {
        Object share = figures.cell(TIMES, row, WITHIN);
        return Words.isNumber(share)
                ? Words.percent(share) + " within target"
                : "the share within target is " + Words.percent(share);
    }

    private static String yearAgo(Object before) {
        return Words.isNumber(before) ? "; a year ago %s open".formatted(Words.count(before, "was", "were")) : "";
    }

    private void addOpen(Sentences sentences) {
        Object open = figures.at("brokering_open", "open_cases", Map.of());
        Object past = figures.at("brokering_open", "past_target_percent", Map.of());
        Object oldest = figures.at("brokering_open", "max_age_days", Map.of());
        sentences.add(
                "Cases still open",
                List.of(open, past, oldest),
                "%s still open, %s of them past target; the oldest has waited %s days%s."
                        .formatted(
                                Words.count(open, "case is", "cases are"),
                                Words.percent(past),
                                Words.days(oldest),
                                yearAgo(figures.at("brokering_open", "open_cases_year_before", Map.of()))));
    }
}
