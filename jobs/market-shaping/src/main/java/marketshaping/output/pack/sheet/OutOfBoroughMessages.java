package marketshaping.output.pack.sheet;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;

/** Key messages about people placed outside the borough: numbers, places, changes, and visits or reviews. */
final class OutOfBoroughMessages {
    private static final String OUT = "out_of_borough_percent";
    private static final String FAR = "outside_region_percent";
    private static final String YEAR_BEFORE = "_year_before";
    private static final List<String> TIERS_OUT = List.of("Partner area", "Rest of region", "Outside region");

    private static final String PEOPLE_OUT = "people_out_of_borough";
    private static final int AREAS_NAMED = 5;

    private final PackInputs inputs;
    private final FigureLookup figures;

    OutOfBoroughMessages(PackInputs inputs) {
        this.inputs = inputs;
        this.figures = new FigureLookup(inputs);
    }

    List<String> sentences() {
        Sentences sentences = new Sentences();
        if (figures.has("oob_stock")) {
            addStock(sentences);
            addWho(sentences, "setting", "setting");
            addWho(sentences, "need", "need_group");
        }
        if (figures.has(HostAreas.SOURCE)) {
            addWhere(sentences);
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
                "%s in accommodation with care live outside %s%s%s."
                        .formatted(
                                CellWords.count(people, "person", "people"),
                                inputs.council(),
                                CellWords.ifKnown(", out of %s in total".formatted(CellWords.count(all)), all),
                                CellWords.ifKnown(
                                        "; a year ago, %s lived outside %s"
                                                .formatted(CellWords.count(ago), inputs.council()),
                                        ago)));

        Object out = figures.at("oob_stock", OUT, Map.of());
        Object far = figures.at("oob_stock", FAR, Map.of());
        Object unknown = figures.at("oob_stock", "not_located", Map.of());
        sentences.add(
                "Share of placements outside " + inputs.council(),
                List.of(out, far),
                "Of placements whose location is known, %s; %s.%s"
                        .formatted(
                                outside(out, far, "are"),
                                yearAgo(figures.at("oob_trend", OUT, before), figures.at("oob_trend", FAR, before)),
                                CellWords.ifAboveZero(
                                        " The location of %s is not known."
                                                .formatted(CellWords.count(unknown, "placement", "placements")),
                                        unknown)));
    }

    private void addWho(Sentences sentences, String words, String dimension) {
        Table stock = inputs.tables().get("oob_stock");
        List<List<Object>> rows = new ChartRows(stock, Map.of(), dimension)
                .rows().stream()
                        .filter(row -> !CellWords.isZero(stock.cell(row, PEOPLE_OUT)))
                        .sorted(Comparator.comparing((List<Object> row) -> CellWords.size(stock.cell(row, PEOPLE_OUT)))
                                .reversed())
                        .toList();
        sentences.add(
                "People outside %s, by %s".formatted(inputs.council(), words),
                rows.stream().map(row -> stock.cell(row, PEOPLE_OUT)).toList(),
                "People outside %s, by %s: %s."
                        .formatted(
                                inputs.council(),
                                words,
                                rows.stream()
                                        .map(row -> stock.cell(row, dimension) + " "
                                                + CellWords.count(stock.cell(row, PEOPLE_OUT)))
                                        .collect(Collectors.joining(", "))));
    }

    private void addWhere(Sentences sentences) {
        Table hosts = inputs.tables().get(HostAreas.SOURCE);
        List<List<Object>> ranked = HostAreas.ranked(hosts).limit(AREAS_NAMED).toList();
        boolean hidden = HostAreas.out(hosts).anyMatch(row -> hosts.cell(row, "people") == Shorthand.SUPPRESSED);
        List<Object> cells = new ArrayList<>();
        ranked.forEach(row -> cells.add(hosts.cell(row, "people")));
        if (cells.isEmpty() && hidden) {
            cells.add(Shorthand.SUPPRESSED);
        }
        sentences.add(
                "Council areas with the most people placed by " + inputs.council(),
                cells,
                "Council areas with the most people placed by %s: %s%s."
                        .formatted(
                                inputs.council(),
                                ranked.stream()
                                        .map(row -> hosts.cell(row, "host_name") + " "
                                                + CellWords.count(hosts.cell(row, "people")))
                                        .collect(Collectors.joining(", ")),
                                hidden ? "; areas with a suppressed number are left out" : ""));
    }

    /**
     * Returns text with the percentages placed outside the borough and outside the region. If one is unknown, the text
     * states this.
     */
    private String outside(Object out, Object far, String verb) {
        if (!CellWords.isNumber(out)) {
            return "%s %s outside the region; the share outside %s is %s"
                    .formatted(CellWords.percent(far), verb, inputs.council(), CellWords.percent(out));
        }
        return "%s %s outside %s".formatted(CellWords.percent(out), verb, inputs.council())
                + (CellWords.isNumber(far)
                        ? " and %s outside the region".formatted(CellWords.percent(far))
                        : "; the share outside the region is " + CellWords.percent(far));
    }

    private String yearAgo(Object out, Object far) {
        if (CellWords.isNumber(out)) {
            return "a year ago it was " + CellWords.percent(out)
                    + CellWords.ifKnown(", and %s outside the region".formatted(CellWords.percent(far)), far)
                    + (CellWords.isNumber(far) ? "" : " outside " + inputs.council());
        }
        return CellWords.isNumber(far)
                ? "a year ago it was %s outside the region".formatted(CellWords.percent(far))
                : "figures for a year ago are " + CellWords.percent(out);
    }

    private void addSpot(Sentences sentences) {
        Map<String, String> where = Map.of("setting", "Supported living", "need_group", "Mental health");
        if (figures.rows("oob_spot", where).findAny().isEmpty()) {
            sentences.add("No supported living for mental health is bought spot.");
            return;
        }
        Object out = figures.at("oob_spot", OUT, where);
        Object far = figures.at("oob_spot", FAR, where);
        sentences.add(
                "Spot supported living for mental health",
                List.of(out, far),
                "%s; %s."
                        .formatted(
                                outside(out, far, "of spot supported living for mental health is"),
                                yearAgo(
                                        figures.at("oob_spot", OUT + YEAR_BEFORE, where),
                                        figures.at("oob_spot", FAR + YEAR_BEFORE, where))));
    }

    private void addFlow(Sentences sentences) {
        Object started = outOfBorough("started_placements");
        Object ended = outOfBorough("ended_placements");
        Object startedBefore = outOfBorough("started_placements" + YEAR_BEFORE);
        Object endedBefore = outOfBorough("ended_placements" + YEAR_BEFORE);
        String before = CellWords.ifAllKnown(
                "; in the 12 months before, %s and %s"
                        .formatted(CellWords.count(startedBefore), CellWords.count(endedBefore)),
                startedBefore,
                endedBefore);
        sentences.add(
                "Out-of-borough placements started and ended in the last 12 months",
                List.of(started, ended),
                "In the last 12 months, %s%s.".formatted(moves(started, ended), before));
    }

    private static String moves(Object started, Object ended) {
        String one = "out-of-borough placement";
        String many = "out-of-borough placements";
        if (!CellWords.isNumber(started)) {
            return "%s ended; the number started is %s"
                    .formatted(CellWords.count(ended, one, many), CellWords.count(started));
        }
        return "%s started%s"
                .formatted(
                        CellWords.count(started, one, many),
                        CellWords.isNumber(ended)
                                ? " and %s ended".formatted(CellWords.count(ended))
                                : "; the number ended is " + CellWords.count(ended));
    }

    private Object outOfBorough(String column) {
        Stream<Object> tiers = TIERS_OUT.stream()
                .filter(tier ->
                        figures.rows("oob_flow", Map.of("tier", tier)).findAny().isPresent())
                .map(tier -> figures.at("oob_flow", column, Map.of("tier", tier)));
        return FigureLookup.total(tiers.toList());
    }

    private void addOversight(Sentences sentences) {
        Object seen = figures.at("oob_oversight", "seen_percent", Map.of());
        Object never = figures.at("oob_oversight", "never_seen", Map.of());
        Object seenBefore = figures.at("oob_oversight", "seen_percent" + YEAR_BEFORE, Map.of());
        Object neverBefore = figures.at("oob_oversight", "never_seen" + YEAR_BEFORE, Map.of());
        String before = CellWords.ifKnown(
                "; a year ago the figures were %s and %s"
                        .formatted(CellWords.percent(seenBefore), CellWords.count(neverBefore)),
                seenBefore,
                neverBefore);
        sentences.add(
                "People out of borough seen in the last 12 months",
                List.of(seen, never),
                "%s of people out of borough were seen in the last 12 months, and %s no visit or review on record%s."
                        .formatted(CellWords.percent(seen), CellWords.count(never, "has", "have"), before));
    }
}
