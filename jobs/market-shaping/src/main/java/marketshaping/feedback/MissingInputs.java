package marketshaping.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.analysis.measure.Measure;
import marketshaping.analysis.measure.Measures;
import marketshaping.feedback.CheckReport.NotGiven;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Inputs;
import marketshaping.model.table.Column;

/** What the packs lack for each optional input that there is none of. */
final class MissingInputs {
    /** What no measure as a whole hangs on. */
    private static final Map<String, String> ALSO = Map.of(
            "postcodes",
            "placements are located by the authority that they state, or by the CQC location, alone; no distance is"
                    + " known",
            "providers",
            "no rating is known, and no care home is located by its CQC location",
            "visits",
            "nobody is on the watch list for not having been seen",
            "client_level_data",
            "needs and costs that placements lack are not filled from it");

    private MissingInputs() {}

    static List<NotGiven> of(Set<String> given) {
        return Inputs.ALL.stream()
                .filter(contract -> !contract.isRequired())
                .map(Contract::input)
                .filter(input -> !given.contains(input))
                .map(input -> new NotGiven(input, String.join("; ", lacks(input))))
                .filter(notGiven -> !notGiven.sentence().isEmpty())
                .map(notGiven ->
                        new NotGiven(notGiven.input(), "No %s: %s.".formatted(notGiven.input(), notGiven.sentence())))
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
        if (ALSO.containsKey(input)) {
            lacks.add(ALSO.get(input));
        }
        return lacks;
    }
}
