package marketshaping.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.analysis.measure.Measure;
import marketshaping.analysis.measure.Measures;
import marketshaping.feedback.CheckReport.MissingInput;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Inputs;
import marketshaping.model.table.Column;

/** Lists the missing optional inputs and, for each, the content that the packs lack. */
final class MissingInputs {
    /** For some inputs, the effects of their absence other than measures and columns that show [x]. */
    private static final Map<String, String> OTHER_EFFECTS = Map.of(
            "postcodes",
            "placements are located only by their stated authority or CQC location; no distance is known",
            "providers",
            "ratings are not known, and care homes can't be located by their CQC location",
            "visits",
            "nobody is on the action list for the lack of a visit or review",
            "client_level_data",
            "needs and costs that are missing from placements stay missing");

    private MissingInputs() {}

    static List<MissingInput> of(Set<String> given) {
        return Inputs.ALL.stream()
                .filter(contract -> !contract.isRequired())
                .map(Contract::input)
                .filter(input -> !given.contains(input))
                .map(input -> new MissingInput(input, String.join("; ", lacks(input))))
                .filter(missingInputs -> !missingInputs.sentence().isEmpty())
                .map(missingInputs -> new MissingInput(
                        missingInputs.input(),
                        "Without %s: %s.".formatted(missingInputs.input(), missingInputs.sentence())))
                .toList();
    }

    private static List<String> lacks(String input) {
        List<String> lacks = new ArrayList<>();
        for (Measure measure : Measures.ALL) {
            List<String> columns = measure.columns().stream()
                    .filter(column -> column.needs().equals(input))
                    .map(Column::name)
                    .toList();
            if (measure.needs().contains(input)) {
                lacks.add("%s shows [x]".formatted(measure.id()));
            } else if (!columns.isEmpty()) {
                lacks.add("%s shows [x] under %s".formatted(measure.id(), String.join(", ", columns)));
            }
        }
        if (OTHER_EFFECTS.containsKey(input)) {
            lacks.add(OTHER_EFFECTS.get(input));
        }
        return lacks;
    }
}
