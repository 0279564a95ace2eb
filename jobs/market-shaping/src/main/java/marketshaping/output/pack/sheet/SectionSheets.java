package marketshaping.output.pack.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import marketshaping.analysis.measure.Measure;
import marketshaping.analysis.measure.Section;
import marketshaping.output.workbook.Sheet;

/** The worksheets of one section: its charts, each with its data, then every table. */
public final class SectionSheets {
    private SectionSheets() {}

    public static List<Sheet> sheets(PackInputs inputs, Section section) {
        List<Sheet> sheets = new ArrayList<>();
        switch (section) {
            case OUT_OF_BOROUGH -> {
                sheets.addAll(PlacementsByTier.sheets(inputs));
                sheets.addAll(OutOfBoroughTrend.sheets(inputs));
                sheets.addAll(HostAreas.sheets(inputs));
            }
            case FRAMEWORK_AND_SPOT -> {
                sheets.addAll(CommitmentByRoute.sheets(inputs));
                sheets.addAll(SpotShareOfNew.sheets(inputs));
                sheets.addAll(PriceByRoute.sheets(inputs));
            }
            case BROKERING -> {
                sheets.addAll(BrokeringDays.sheets(inputs));
                sheets.addAll(BrokeringTrend.sheets(inputs));
                sheets.addAll(ControlCharts.sheets(inputs));
                sheets.addAll(OpenCasesByAge.sheets(inputs));
            }
            case QUALITY_AND_DATA -> sheets.addAll(QualityByTier.sheets(inputs));
        }
        sheets.addAll(details(inputs, section));
        return List.copyOf(sheets);
    }

    private static List<Sheet> details(PackInputs inputs, Section section) {
        List<Sheet> sheets = new ArrayList<>();
        for (Measure measure : inputs.measures()) {
            if (measure.section() == section && inputs.tables().containsKey(measure.id())) {
                sheets.add(FullTable.of(inputs, measure));
            }
        }
        if (section == Section.QUALITY_AND_DATA) {
            Set<String> measured = inputs.measures().stream().map(Measure::id).collect(Collectors.toSet());
            inputs.tables().values().stream()
                    .filter(table -> !measured.contains(table.id()))
                    .forEach(table -> sheets.add(FullTable.of(inputs, table)));
        }
        return sheets;
    }
}
