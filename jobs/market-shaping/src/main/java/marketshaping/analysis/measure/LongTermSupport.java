package marketshaping.analysis.measure;

import java.util.List;
import java.util.Map;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;
import marketshaping.model.table.SettingGroups;

/** Numbers of people in long-term support on the as-at date: in total, in care homes, and in each setting. */
public final class LongTermSupport {
    private static final String CARE_HOMES = "Care homes";
    private static final String SETTING = "setting";

    public static final Measure MEASURE = new Measure(
            "long_term_support",
            Section.OUT_OF_BOROUGH,
            "People in long-term support",
            new Definition(
                    "People and placements in long-term support are counted by kind of support. A person with two"
                            + " kinds of support is counted in both rows, but only once under All. Care homes are"
                            + " residential and nursing care together.",
                    "The percentage covers people in long-term support of any kind.",
                    "Placements were active on the as-at date; year-before columns use the same day one year earlier.",
                    "Respite and other settings are not counted.",
                    ""),
            List.of(),
            List.of(
                    Column.dimension("support"),
                    Column.count("people"),
                    Column.count("placements"),
                    Column.percent("people_percent", "people", "_people_in_all"),
                    Column.count("people_year_before"),
                    Column.count("_people_in_all")),
            new Tabulation(
                            PlacementLines.FACT,
                            Tabulation.AS_AT,
                            new RollUp(
                                    PlacementLines.ACTIVE.and(LineCondition.isTrue("long_term")),
                                    List.of(
                                            Dimension.yesNo(
                                                    CARE_HOMES,
                                                    LineCondition.is(
                                                            SETTING, SettingGroups.CARE_HOMES.toArray(String[]::new))),
                                            Dimension.of(SETTING)),
                                    List.of(0b00, 0b01, 0b10),
                                    List.of(
                                            Figure.people("people"),
                                            Figure.lines("placements"),
                                            Figure.people("people").yearBefore())))
                    .with(
                            Derived.of("support", LongTermSupport::support),
                            Derived.ofTotal("_people_in_all", "people", CARE_HOMES, SETTING))
                    .showing(cell -> !cell.get(CARE_HOMES).equals("No")));

    private static Object support(Map<String, Object> cell) {
        if (cell.get(CARE_HOMES).equals(RollUp.ALL)) {
            return cell.get(SETTING).equals(RollUp.ALL) ? "All long-term support" : cell.get(SETTING);
        }
        return CARE_HOMES;
    }

    private LongTermSupport() {}
}
