package marketshaping.analysis.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marketshaping.analysis.fact.ContractLines;
import marketshaping.analysis.fact.FactLines;
import marketshaping.analysis.fact.PaymentLines;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;

/** Every provider that a placement, contract or payment mentions, with its names, on any date. */
final class ProviderNames {
    private static final String NAME = "name";
    private static final List<String> FACTS = List.of("placements", "contracts", "payments");

    static final Tabulation TABULATION = of(PlacementLines.FACT, FACTS.get(0))
            .and(of(ContractLines.FACT, FACTS.get(1)))
            .and(of(PaymentLines.FACT, FACTS.get(2)));

    private ProviderNames() {}

    private static Tabulation of(FactLines fact, String figure) {
        return new Tabulation(
                fact,
                Tabulation.AS_AT,
                new RollUp(
                        LineCondition.isKnown("provider_id"),
                        List.of(PlacementLines.PROVIDER, Dimension.ofText(NAME, "provider_name")),
                        RollUp.cube(2, 0),
                        List.of(Figure.lines(figure))));
    }

    /**
     * Returns the last name in alphabetical order of the first fact that names the provider.
     *
     * @param provider the cell of the provider; null if there is none
     */
    static String name(Map<String, Object> provider, Cells cells) {
        return Dimension.plain(FACTS.stream()
                .filter(fact -> provider != null)
                .flatMap(fact -> names(provider, cells, fact).max(Comparator.naturalOrder()).stream())
                .findFirst()
                .orElse(Dimension.NO_TEXT));
    }

    private static Stream<String> names(Map<String, Object> provider, Cells cells, String fact) {
        return cells.parts(provider, NAME).stream()
                .filter(part -> part.get(fact) != null)
                .map(part -> (String) part.get(NAME))
                .filter(name -> !name.equals(Dimension.NO_TEXT));
    }

    /** Returns true if a placement or contract mentions the provider. */
    static boolean isOfCare(Map<String, Object> provider) {
        return provider != null && (provider.get(FACTS.get(0)) != null || provider.get(FACTS.get(1)) != null);
    }
}
