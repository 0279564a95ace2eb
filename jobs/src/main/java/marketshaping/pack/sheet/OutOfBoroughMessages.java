package marketshaping.pack.sheet;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marketshaping.pack.PackInputs;

/** How many live outside the borough, where, how it moves, and whether they are seen. */
final class OutOfBoroughMessages {
    private static final String OUT = "out_of_borough_percent";
    private static final String FAR = "outside_london_percent";
    private static final String YEAR_BEFORE = "_year_before";
    private static final List<String> TIERS_OUT = List.of("North East London", "Other London", "Outside London");

    private final PackInputs inputs;
    private final Figures figures;

    OutOfBoroughMessages(PackInputs inputs) {
        this.inputs = inputs;
        this.figures = new Figures(inputs);
    }

    List<String> sentences() {
        Sentences sentences = new Sentences();
        if (figures.has("oob_stock")) {
            addStock(sentences);
        }
        if (figures.has("oob_spot")) {
            addSpot(sentences);
        }
        if (figures.has("oob_flow")) {
            addFlow(sentences);
        }
        if (figures.has("oob_oversight")) {
            addOversight(sentences);
        }
        return sentences.toList();
    }

    private void addStock(Sentences sentences) {
        Object people = figures.at("oob_stock", "people_out_of_borough", Map.of());
        Object all = figures.at("oob_stock", "people", Map.of());
        Map<String, String> before =
                Map.of("month", YearMonth.from(inputs.asAt()).minusMonths(12).toString());
        Object ago = figures.at("oob_trend", "people_out_of_borough", before);
        sentences.add(
                "People in accommodation with care outside " + inputs.council(),
                List.of(people),
                "%s in accommodation with care live outside %s, of %s in all%s."
                        .formatted(
                                Words.count(people, "person", "people"),
                                inputs.council(),
                                Words.count(all),
                                Words.ifKnown("; a year ago " + Words.count(ago), ago)));

        Object out = figures.at("oob_stock", OUT, Map.of());
        Object far = figures.at("oob_stock", FAR, Map.of());
        sentences.add(
                "Share of placements outside " + inputs.council(),
                List.of(out, far),
                "Of placements whose place is known, %s are outside %s and %s outside London; %s."
                        .formatted(
                                Words.percent(out),
                                inputs.council(),
                                Words.percent(far),
                                yearAgo(figures.at("oob_trend", OUT, before), figures.at("oob_trend", FAR, before))));
    }

    private static String yearAgo(Object out, Object far) {
        return Words.isNumber(out) || Words.isNumber(far)
                ? "a year ago %s and %s".formatted(Words.percent(out), Words.percent(far))
                : "figures for a year ago are " + Words.percent(out);
    }

    private void addSpot(Sentences sentences) {
        Map<String, String> where = Map.of("setting", "Supported living", "need_group", "Mental health");
        Object out = figures.at("oob_spot", OUT, where);
        Object far = figures.at("oob_spot", FAR, where);
        sentences.add(
                "Spot supported living for mental health",
                List.of(out, far),
                "%s of spot supported living for mental health is outside %s, %s outside London; %s."
                        .formatted(
                                Words.percent(out),
                                inputs.council(),
                                Words.percent(far),
                                yearAgo(
                                        figures.at("oob_spot", OUT + YEAR_BEFORE, where),
                                        figures.at("oob_spot", FAR + YEAR_BEFORE, where))));
    }

    private void addFlow(Sentences sentences) {
        Object started = outOfBorough("started_placements");
        Object ended = outOfBorough("ended_placements");
        Object startedBefore = outOfBorough("started_placements" + YEAR_BEFORE);
        Object endedBefore = outOfBorough("ended_placements" + YEAR_BEFORE);
        String before = Words.ifKnown(
                "; in the 12 months before %s and %s".formatted(Words.count(startedBefore), Words.count(endedBefore)),
                startedBefore,
                endedBefore);
        sentences.add(
                "Placements out of borough started and ended in the last 12 months",
                List.of(started, ended),
                "In the last 12 months %s out of borough started and %s ended%s."
                        .formatted(Words.count(started, "placement", "placements"), Words.count(ended), before));
    }

    private Object outOfBorough(String column) {
        Stream<Object> tiers = TIERS_OUT.stream()
                .filter(tier ->
                        figures.rows("oob_flow", Map.of("tier", tier)).findAny().isPresent())
                .map(tier -> figures.at("oob_flow", column, Map.of("tier", tier)));
        return Figures.total(tiers.toList());
    }

    private void addOversight(Sentences sentences) {
        Object seen = figures.at("oob_oversight", "seen_percent", Map.of());
        Object never = figures.at("oob_oversight", "never_seen", Map.of());
        Object seenBefore = figures.at("oob_oversight", "seen_percent" + YEAR_BEFORE, Map.of());
        Object neverBefore = figures.at("oob_oversight", "never_seen" + YEAR_BEFORE, Map.of());
        String before = Words.ifKnown(
                "; a year ago %s and %s".formatted(Words.percent(seenBefore), Words.count(neverBefore)),
                seenBefore,
                neverBefore);
        sentences.add(
                "People out of borough seen in the last 12 months",
                List.of(seen, never),
                "%s of people out of borough were seen in the last 12 months, and %s no visit or review on record%s."
                        .formatted(Words.percent(seen), Words.count(never, "has", "have"), before));
    }
}
