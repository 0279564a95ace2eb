package marketshaping.pack.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.pack.PackInputs;
import marketshaping.pack.PackInputs.Milestone;
import marketshaping.table.Shorthand;

/** What is bought spot and what through the framework, and whether the framework's go-live changed it. */
final class FrameworkAndSpotMessages {
    private static final String NEW = "route_of_new";
    private static final String EFFECT = "framework_effect";
    private static final String SHARE = "share_percent";
    private static final String LEAKAGE = "leakage";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final PackInputs inputs;
    private final Figures figures;

    FrameworkAndSpotMessages(PackInputs inputs) {
        this.inputs = inputs;
        this.figures = new Figures(inputs);
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
        figures.rows(EFFECT, Map.of("setting", Figures.ALL)).forEach(row -> addEffect(sentences, row));
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
        String ago = Words.ifAllKnown(
                "; a year ago %s and %s".formatted(Words.percent(before), Words.percent(placementsBefore)),
                before,
                placementsBefore);
        Object weekly = figures.at("spend_commitment", "weekly_commitment", Map.of("purchase_route", "Spot"));
        List<Object> cells = List.of(share, placements, weekly);
        String whole = "Spot costs %s a week, %s of what all bought care costs and %s of its placements%s."
                .formatted(Words.money(weekly), Words.percent(share), Words.percent(placements), ago);
        String parts = "Spot: %s; other figures are not shown."
                .formatted(Stream.of(
                                Words.ifKnown(Words.money(weekly) + " a week", weekly),
                                Words.ifKnown(Words.percent(share) + " of what all bought care costs", share),
                                Words.ifKnown(Words.percent(placements) + " of the placements", placements))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")));
        sentences.add(
                "Spot share of the weekly commitment", cells, cells.stream().allMatch(Words::isNumber) ? whole : parts);
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
                                Words.money(spend),
                                Words.ifKnown(
                                        ", %s on the same period a year before".formatted(Words.change(change)),
                                        change),
                                Words.isNumber(spotSpend)
                                        ? "spot is %s of it".formatted(Words.money(spotSpend))
                                        : "what of it is spot is " + Words.money(spotSpend),
                                Words.ifKnown(", " + Words.change(spotChange), spotChange)));
    }

    private void addNew(Sentences sentences) {
        Optional<Milestone> goLive = inputs.milestones().stream().findFirst();
        if (goLive.isPresent() && !goLive.get().date().isAfter(inputs.asAt())) {
            addSinceGoLive(sentences, goLive.get());
            return;
        }
        Object share = spotShareOfLastYear();
        String coming = goLive.map(one -> " The go-live on %s is still to come.".formatted(Words.date(one.date())))
                .orElse("");
        sentences.add(
                "Spot share of placements started in the last 12 months",
                List.of(share),
                "Of placements started in the last 12 months, %s were bought spot.%s"
                        .formatted(Words.percent(share), coming));
    }

    private void addSinceGoLive(Sentences sentences, Milestone goLive) {
        Object after = figures.at(NEW, SHARE, Map.of("month", "After go-live", "purchase_route", "Spot"));
        Object before = figures.at(NEW, SHARE, Map.of("month", "Before go-live", "purchase_route", "Spot"));
        sentences.add(
                "Spot share of new placements since " + Words.date(goLive.date()),
                List.of(after, before),
                "%s on %s. %s.".formatted(goLive.name(), Words.date(goLive.date()), sinceThen(after, before)));
    }

    private static String sinceThen(Object after, Object before) {
        if (!Words.isNumber(after)) {
            return "Before that %s of new placements were bought spot; the share since then is %s"
                    .formatted(Words.percent(before), Words.percent(after));
        }
        return "Since then %s of new placements were bought spot".formatted(Words.percent(after))
                + (Words.isNumber(before)
                        ? ", against %s before".formatted(Words.percent(before))
                        : "; the share before is " + Words.percent(before));
    }

    /** Before the go-live there is nothing to compare, and another sentence says when it comes. */
    private void addEffect(Sentences sentences, List<Object> row) {
        Object before = figures.cell(EFFECT, row, "before");
        Object after = figures.cell(EFFECT, row, "after");
        if (Words.isNumber(before) && Words.isNumber(after)) {
            Object unit = figures.cell(EFFECT, row, "unit");
            String figure = Words.figure(figures.cell(EFFECT, row, "figure"));
            sentences.add(
                    figure,
                    List.of(after),
                    "%s: %s before the go-live%s, %s since%s. %s."
                            .formatted(
                                    figure,
                                    Words.inUnit(before, unit),
                                    outOf(figures.cell(EFFECT, row, "before_cases")),
                                    Words.inUnit(after, unit),
                                    outOf(figures.cell(EFFECT, row, "after_cases")),
                                    Words.reading(figures.cell(EFFECT, row, "reading"))));
        }
    }

    private static String outOf(Object cases) {
        return Words.ifKnown(" (of %s)".formatted(Words.count(cases)), cases);
    }

    private Object spotShareOfLastYear() {
        Object spot = startedInLastYear("Spot");
        Object all = startedInLastYear(Figures.ALL);
        if (!Words.isNumber(all) || !Words.isNumber(spot)) {
            return Words.isNumber(all) ? spot : all;
        }
        return Words.number(all).signum() == 0
                ? Shorthand.NOT_APPLICABLE
                : (Object) Words.number(spot).multiply(HUNDRED).divide(Words.number(all), 6, RoundingMode.HALF_UP);
    }

    private Object startedInLastYear(String route) {
        YearMonth latest = YearMonth.from(inputs.asAt());
        return Figures.total(figures.rows(NEW, Map.of("setting", Figures.ALL, "purchase_route", route))
                .filter(row -> Figures.isMonth(figures.cell(NEW, row, "month")))
                .filter(row -> Figures.month(figures.cell(NEW, row, "month")).isAfter(latest.minusMonths(12)))
                .map(row -> figures.cell(NEW, row, "placements"))
                .toList());
    }

    private void addLeakage(Sentences sentences) {
        Object leaked = spot("weekly_value", "Leakage");
        Object people = spot("people", "Leakage");
        sentences.add(
                "Spot bought from framework providers",
                List.of(leaked, people),
                ("%s a week is spent spot, for %s, with providers who were on a framework lot for that care when the"
                                + " placement started%s.")
                        .formatted(Words.money(leaked), Words.count(people, "person", "people"), yearAgo("Leakage")));
        Object addressable = spot("weekly_value", "Addressable");
        sentences.add(
                "Spot that a framework lot covered",
                List.of(addressable),
                "%s a week is spent spot with other providers, though a framework lot covered that care%s."
                        .formatted(Words.money(addressable), yearAgo("Addressable")));
    }

    private Object spot(String column, String kind) {
        return figures.at(LEAKAGE, column, Map.of("kind", kind));
    }

    private String yearAgo(String kind) {
        Object before = spot("weekly_value_year_before", kind);
        return Words.ifKnown("; a year ago " + Words.money(before), before);
    }
}
