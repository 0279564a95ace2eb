package marketshaping.output.pack.sheet;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Key messages about the time to find a placement, compared with the target, and about open cases. */
final class BrokeringMessages {
    private static final String TIMES = "brokering_times";
    private static final String WITHIN = "within_target_percent";
    private static final String YEAR_BEFORE = "_year_before";

    private final PackInputs inputs;
    private final FigureLookup figures;

    BrokeringMessages(PackInputs inputs) {
        this.inputs = inputs;
        this.figures = new FigureLookup(inputs);
    }

    List<String> sentences() {
        Sentences sentences = new Sentences();
        if (figures.has(TIMES)) {
            addWithinTarget(sentences);
            new ChartRows(inputs.tables().get(TIMES), Map.of("period", BrokeringDays.PERIOD), "setting")
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
        Map<String, String> year = Map.of("period", BrokeringDays.PERIOD);
        Map<String, String> month = Map.of("period", latest.toString());
        Object inYear = figures.at(TIMES, WITHIN, year);
        Object yearBefore = figures.at(TIMES, WITHIN + YEAR_BEFORE, year);
        Object inMonth = figures.at(TIMES, WITHIN, month);
        Object monthBefore = figures.at(TIMES, WITHIN + YEAR_BEFORE, month);
        sentences.add(
                "Cases sourced within target",
                List.of(inYear),
                "%s of cases sourced in the last 12 months were within target%s%s%s."
                        .formatted(
                                CellWords.percent(inYear),
                                CellWords.ifKnown(
                                        ", compared with %s in the 12 months before"
                                                .formatted(CellWords.percent(yearBefore)),
                                        yearBefore),
                                CellWords.ifKnown(
                                        "; in %s the share was %s"
                                                .formatted(CellWords.month(latest), CellWords.percent(inMonth)),
                                        inMonth),
                                CellWords.ifAllKnown(
                                        ", compared with %s a year earlier".formatted(CellWords.percent(monthBefore)),
                                        inMonth,
                                        monthBefore)));
    }

    private void addSetting(Sentences sentences, List<Object> row) {
        Object setting = figures.cell(TIMES, row, "setting");
        Object mean = figures.cell(TIMES, row, "mean_days");
        Object median = figures.cell(TIMES, row, "median_days");
        Object target = BrokeringDays.target(inputs, setting);
        String against = CellWords.isNumber(target)
                ? "against the %s-day target. %s".formatted(CellWords.days(target), within(row))
                : "with no target";
        sentences.add(
                setting.toString(),
                List.of(mean),
                "%s takes %s days to find on average%s, %s%s."
                        .formatted(
                                setting,
                                CellWords.days(mean),
                                inBrackets(median, figures.cell(TIMES, row, "cases")),
                                against,
                                yearAgo(row, target)));
    }

    private static String inBrackets(Object median, Object cases) {
        String known = Stream.of(
                        CellWords.ifKnown("median " + CellWords.days(median), median),
                        CellWords.ifKnown(CellWords.count(cases, "case", "cases"), cases))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "" : " (" + known + ")";
    }

    /**
     * Returns a sentence about the time it took a year ago; empty if it is not known. Adds the share within target if
     * it is known and there is a target.
     */
    private String yearAgo(List<Object> row, Object target) {
        Object mean = figures.cell(TIMES, row, "mean_days" + YEAR_BEFORE);
        if (!CellWords.isNumber(mean)) {
            return "";
        }
        Object share = figures.cell(TIMES, row, WITHIN + YEAR_BEFORE);
        return ". A year ago it took %s days".formatted(CellWords.days(mean))
                + (CellWords.isNumber(target) && CellWords.isNumber(share)
                        ? ", and %s of cases were within target".formatted(CellWords.percent(share))
                        : "");
    }

    private String within(List<Object> row) {
        Object share = figures.cell(TIMES, row, WITHIN);
        return CellWords.isNumber(share)
                ? CellWords.percent(share) + " of cases were within target"
                : "The share within target is " + CellWords.percent(share);
    }

    private static String yearAgo(Object before) {
        return CellWords.ifKnown("; a year ago %s open".formatted(CellWords.count(before, "was", "were")), before);
    }

    private void addOpen(Sentences sentences) {
        Object open = figures.at("brokering_open", "open_cases", Map.of());
        String ago = yearAgo(figures.at("brokering_open", "open_cases_year_before", Map.of()));
        boolean isEmpty = figures.rows("brokering_open", Map.of()).findAny().isEmpty();
        if (isEmpty || CellWords.isZero(open)) {
            sentences.add("No case is open%s.".formatted(ago));
            return;
        }
        Object past = figures.at("brokering_open", "past_target_percent", Map.of());
        Object oldest = figures.at("brokering_open", "max_age_days", Map.of());
        sentences.add(
                "Cases still open",
                List.of(open, past, oldest),
                "%s still open; %s; the oldest has waited %s days%s."
                        .formatted(
                                CellWords.count(open, "case is", "cases are"),
                                CellWords.isNumber(past)
                                        ? CellWords.percent(past) + " are past target"
                                        : "the share past target is " + CellWords.percent(past),
                                CellWords.days(oldest),
                                ago));
    }
}
