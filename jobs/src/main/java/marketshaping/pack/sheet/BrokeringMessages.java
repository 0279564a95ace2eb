package marketshaping.pack.sheet;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.pack.PackInputs;

/** How long it takes to find a placement, against the target, and what is still open. */
final class BrokeringMessages {
    private static final String TIMES = "brokering_times";
    private static final String WITHIN = "within_target_percent";
    private static final String YEAR_BEFORE = "_year_before";

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
                                Words.percent(inYear),
                                Words.ifKnown(
                                        ", against %s in the 12 months before".formatted(Words.percent(yearBefore)),
                                        yearBefore),
                                Words.ifKnown(
                                        "; in %s %s".formatted(Words.month(latest), Words.percent(inMonth)), inMonth),
                                Words.ifAllKnown(", a year ago " + Words.percent(monthBefore), inMonth, monthBefore)));
    }

    private void addSetting(Sentences sentences, List<Object> row) {
        Object setting = figures.cell(TIMES, row, "setting");
        Object mean = figures.cell(TIMES, row, "mean_days");
        Object median = figures.cell(TIMES, row, "median_days");
        Object target = BrokeringDays.target(inputs, setting);
        String against = Words.isNumber(target)
                ? "against a target of %s; %s".formatted(Words.days(target), within(row))
                : "with no target";
        sentences.add(
                setting.toString(),
                List.of(mean),
                "%s takes %s days on average%s, %s%s."
                        .formatted(
                                setting,
                                Words.days(mean),
                                inBrackets(median, figures.cell(TIMES, row, "cases")),
                                against,
                                yearAgo(row, target)));
    }

    private static String inBrackets(Object median, Object cases) {
        String known = Stream.of(
                        Words.ifKnown("median " + Words.days(median), median),
                        Words.ifKnown(Words.count(cases, "case", "cases"), cases))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "" : " (" + known + ")";
    }

    /** The share within target too, where there is one to compare. */
    private String yearAgo(List<Object> row, Object target) {
        Object mean = figures.cell(TIMES, row, "mean_days" + YEAR_BEFORE);
        if (!Words.isNumber(mean)) {
            return "";
        }
        Object share = figures.cell(TIMES, row, WITHIN + YEAR_BEFORE);
        return "; a year ago %s days".formatted(Words.days(mean))
                + (Words.isNumber(target) && Words.isNumber(share) ? " and " + Words.percent(share) : "");
    }

    private String within(List<Object> row) {
        Object share = figures.cell(TIMES, row, WITHIN);
        return Words.isNumber(share)
                ? Words.percent(share) + " within target"
                : "the share within target is " + Words.percent(share);
    }

    private static String yearAgo(Object before) {
        return Words.ifKnown("; a year ago %s open".formatted(Words.count(before, "was", "were")), before);
    }

    private void addOpen(Sentences sentences) {
        Object open = figures.at("brokering_open", "open_cases", Map.of());
        String ago = yearAgo(figures.at("brokering_open", "open_cases_year_before", Map.of()));
        boolean isEmpty = figures.rows("brokering_open", Map.of()).findAny().isEmpty();
        if (isEmpty || Words.isNought(open)) {
            sentences.say("No case is open%s.".formatted(ago));
            return;
        }
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
                                ago));
    }
}
