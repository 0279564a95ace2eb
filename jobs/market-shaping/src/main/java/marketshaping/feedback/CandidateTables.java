package marketshaping.feedback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import marketshaping.feedback.CheckReport.Gap;
import marketshaping.input.ingest.ValidatedExtract;
import marketshaping.input.validate.ValidatedRow;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Inputs;

/** The accepted rows of all inputs as they would be after ingesting the checked extracts. */
public final class CandidateTables {
    private final Map<String, ValidatedExtract> extracts;
    private final Set<String> upserts;
    private final Function<Contract, List<Object[]>> stored;
    private final Map<String, InputRows> rows = new HashMap<>();

    /**
     * Combines validated extracts with the tables already in the lake.
     *
     * @param extracts the validated extracts
     * @param upserts inputs whose extracts contain only changed rows
     * @param stored returns the rows of an input in the lake; none if there is no lake
     */
    public CandidateTables(
            List<ValidatedExtract> extracts, Set<String> upserts, Function<Contract, List<Object[]>> stored) {
        this.extracts = extracts.stream()
                .collect(Collectors.toMap(extract -> extract.contract().input(), Function.identity()));
        this.upserts = upserts;
        this.stored = stored;
    }

    /**
     * Returns the gaps: information that is missing from these tables, largest gap first.
     *
     * @param given the inputs that are available
     * @param unread the inputs that were supplied but could not be read
     */
    List<Gap> gaps(Set<String> given, Set<String> unread) {
        return CoverageGaps.of(input -> rows.computeIfAbsent(input, name -> rows(Inputs.named(name))), given, unread);
    }

    private InputRows rows(Contract contract) {
        ValidatedExtract extract = extracts.get(contract.input());
        if (extract == null) {
            return new InputRows(contract, stored.apply(contract));
        }
        List<Object[]> accepted = extract.rows().held().stream()
                .filter(ValidatedRow::isAccepted)
                .map(ValidatedRow::values)
                .collect(Collectors.toCollection(ArrayList::new));
        if (upserts.contains(contract.input())) {
            String[] key = contract.key().toArray(String[]::new);
            Set<List<Object>> replaced = new InputRows(contract, accepted).values(key);
            List<String> names = contract.fields().stream().map(Field::name).toList();
            stored.apply(contract).stream()
                    .filter(row -> !replaced.contains(contract.key().stream()
                            .map(field -> row[names.indexOf(field)])
                            .toList()))
                    .forEach(accepted::add);
        }
        return new InputRows(contract, accepted);
    }
}
