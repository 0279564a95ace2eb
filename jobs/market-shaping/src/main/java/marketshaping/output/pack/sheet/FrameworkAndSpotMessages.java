package marketshaping.output.pack.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.model.table.Shorthand;
import marketshaping.output.pack.sheet.PackInputs.Milestone;

/** Key messages about spot and framework purchases, and about the effect of the framework's go-live. */
final class FrameworkAndSpotMessages {
    private static final String NEW = "route_of_new";
    private static final String EFFECT = "framework_effect";
    private static final String SHARE = "share_percent";
    private static final String LEAKAGE = "leakage";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final PackInputs inputs;
    private final FigureLookup figures;

    FrameworkAndSpotMessages(PackInputs inputs) {
        this.inputs = inputs;
        this.figures = new FigureLookup(inputs);
    }

    List<String> sentences() {
        Sentences sentences = new Sentences();
        if (figures.has("spend_commitment")) {
            addCommitment(sentences);
        }
        if (figures.has("spend_period")) {
            addSpend(sentences);
        }
        if (figures.has(NEW)) {
            addNew(sentences);
        }
        figures.rows(EFFECT, Map.of("setting", FigureLookup.ALL)).forEach(row -> addEffect(sentences, row));
        if (figures.has(LEAKAGE)) {
            addLeakage(sentences);
        }
        return sentences.toList();
    }

    private void addCommitment(Sentences sentences) {
        Object share = figures.at("spend_commitment", "spot_share_percent", Map.of());
        Object placements = figures.at("spend_commitment", "spot_share_placements_percent", Map.of());
        Object before = figures.at("spend_commitment", "spot_share_percent_year_before", Map.of());
        Object placementsBefore = figures.at("spend_commitment", "spot_share_placements_percent_year_before", Map.of());
        String ago = CellWords.ifAllKnown(
                "; a year ago the shares were %s and %s"
                        .formatted(CellWords.percent(before), CellWords.percent(placementsBefore)),
                before,
                placementsBefore);
        Object weekly = figures.at("spend_commitment", "weekly_commitment", Map.of("purchase_route", "Spot"));
        List<Object> cells = List.of(share, placements, weekly);
        Object unknown = figures.at("spend_commitment", "placements", Map.of("purchase_route", "Not recorded"));
        String unrecorded = CellWords.ifAboveZero(
                " The shares leave out %s whose route is not recorded."
                        .formatted(CellWords.count(unknown, "placement", "placements")),
                unknown);
        String whole = "Spot purchases cost %s a week: %s of the cost of all bought care and %s of its placements%s.%s"
                .formatted(
                        CellWords.money(weekly),
                        CellWords.percent(share),
                        CellWords.percent(placements),
                        ago,
                        unrecorded);
        String parts = "Spot purchases: %s; other figures are not shown.%s"
                .formatted(
                        Stream.of(
                                        CellWords.ifKnown(CellWords.money(weekly) + " a week", weekly),
                                        CellWords.ifKnown(
                                                CellWords.percent(share) + " of the cost of all bought care", share),
                                        CellWords.ifKnown(
                                                CellWords.percent(placements) + " of the placements of all bought care",
                                                placements))
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(", ")),
                        unrecorded);
        sentences.add(
                "Spot share of the weekly commitment",
                cells,
                cells.stream().allMatch(CellWords::isNumber) ? whole : parts);
    }

    private void addSpend(Sentences sentences) {
        String year = "Financial year to date";
        Object spend = figures.at("spend_period", "spend", Map.of("period", year));
        Object change = figures.at("spend_period", "change_percent", Map.of("period", year));
        Map<String, String> spot = Map.of("period", year, "purchase_route", "Spot");
        Object spotSpend = figures.at("spend_period", "spend", spot);
        Object spotChange = figures.at("spend_period", "change_percent", spot);
        sentences.add(
                "Spend in the financial year to date",
                List.of(spend, spotSpend),
                "Spend in the financial year to date is %s%s; %s%s."
                        .formatted(
                                CellWords.money(spend),
                                CellWords.ifKnown(
                                        ", %s on the same period a year before".formatted(CellWords.change(change)),
                                        change),
                                CellWords.isNumber(spotSpend)
                                        ? "spot accounts for %s".formatted(CellWords.money(spotSpend))
                                        : "the amount for spot is " + CellWords.money(spotSpend),
                                CellWords.ifKnown(", " + CellWords.change(spotChange), spotChange)));
    }

    private void addNew(Sentences sentences) {
        Optional<Milestone> goLive = inputs.milestones().stream().findFirst();
        if (goLive.isPresent() && !goLive.get().date().isAfter(inputs.asAt())) {
            addSinceGoLive(sentences, goLive.get());
            return;
        }
        Object share = spotShareOfLastYear();
        String coming = goLive.map(one -> " The go-live on %s is still to come.".formatted(CellWords.date(one.date())))
                .orElse("");
        sentences.add(
                "Spot share of placements started in the last 12 months",
                List.of(share),
                "Of placements started in the last 12 months, %s were bought spot.%s"
                        .formatted(CellWords.percent(share), coming));
    }

    private void addSinceGoLive(Sentences sentences, Milestone goLive) {
        Object after = figures.at(NEW, SHARE, Map.of("month", "After go-live", "purchase_route", "Spot"));
        Object before = figures.at(NEW, SHARE, Map.of("month", "Before go-live", "purchase_route", "Spot"));
        sentences.add(
                "Spot share of new placements since " + CellWords.date(goLive.date()),
                List.of(after, before),
                "%s on %s. %s.".formatted(goLive.name(), CellWords.date(goLive.date()), sinceThen(after, before)));
    }

    private static String sinceThen(Object after, Object before) {
        if (!CellWords.isNumber(after)) {
            return "Before that, %s of new placements were bought spot; the share since then is %s"
                    .formatted(CellWords.percent(before), CellWords.percent(after));
        }
        return "Since then, %s of new placements have been bought spot".formatted(CellWords.percent(after))
                + (CellWords.isNumber(before)
                        ? ", compared with %s before".formatted(CellWords.percent(before))
                        : "; the share before is " + CellWords.percent(before));
    }

    /**
     * Adds a sentence on the effect of the framework if figures from before and after its go-live are known. Before the
     * go-live, another sentence states its date.
     */
    private void addEffect(Sentences sentences, List<Object> row) {
        Object before = figures.cell(EFFECT, row, "before");
        Object after = figures.cell(EFFECT, row, "after");
        if (CellWords.isNumber(before) && CellWords.isNumber(after)) {
            Object unit = figures.cell(EFFECT, row, "unit");
            String figure = CellWords.figure(figures.cell(EFFECT, row, "figure"));
            sentences.add(
                    figure,
                    List.of(after),
                    "%s: %s before the go-live%s, %s since%s. %s."
                            .formatted(
                                    figure,
                                    CellWords.inUnit(before, unit),
                                    outOf(figures.cell(EFFECT, row, "before_cases")),
                                    CellWords.inUnit(after, unit),
                                    outOf(figures.cell(EFFECT, row, "after_cases")),
                                    CellWords.reading(figures.cell(EFFECT, row, "reading"))));
        }
    }

    private static String outOf(Object cases) {
        return CellWords.ifKnown(" (%s)".formatted(CellWords.count(cases, "record", "records")), cases);
    }

    private Object spotShareOfLastYear() {
        Object spot = startedInLastYear("Spot");
        Object all = startedInLastYear(FigureLookup.ALL);
        if (!CellWords.isNumber(all) || !CellWords.isNumber(spot)) {
            return CellWords.isNumber(all) ? spot : all;
        }
        return CellWords.number(all).signum() == 0
                ? Shorthand.NOT_APPLICABLE
                : (Object)
                        CellWords.number(spot).multiply(HUNDRED).divide(CellWords.number(all), 6, RoundingMode.HALF_UP);
    }

    private Object startedInLastYear(String route) {
        YearMonth latest = YearMonth.from(inputs.asAt());
        return FigureLookup.total(figures.rows(NEW, Map.of("setting", FigureLookup.ALL, "purchase_route", route))
                .filter(row -> FigureLookup.isMonth(figures.cell(NEW, row, "month")))
                .filter(row ->
                        FigureLookup.month(figures.cell(NEW, row, "month")).isAfter(latest.minusMonths(12)))
                .map(row -> figures.cell(NEW, row, "placements"))
                .toList());
    }

    private void addLeakage(Sentences sentences) {
        Object leaked = spot("weekly_value", "Leakage");
        Object people = spot("people", "Leakage");
        sentences.add(
                "Spot placements with framework providers",
                List.of(leaked, people),
                ("%s a week is spent on spot placements for %s with providers that were on a framework lot for that"
                                + " care when the placement started%s.")
                        .formatted(
                                CellWords.money(leaked),
                                CellWords.count(people, "person", "people"),
                                yearAgo("Leakage")));
        Object addressable = spot("weekly_value", "Addressable");
        sentences.add(
                "Spot placements that a framework lot covered",
                List.of(addressable),
                ("%s a week is spent on spot placements with other providers, although a framework lot covered"
                                + " that care%s.")
                        .formatted(CellWords.money(addressable), yearAgo("Addressable")));
    }

    private Object spot(String column, String kind) {
        return figures.at(LEAKAGE, column, Map.of("kind", kind));
    }

    private String yearAgo(String kind) {
        Object before = spot("weekly_value_year_before", kind);
        return CellWords.ifKnown("; a year ago it was " + CellWords.money(before), before);
    }
}
