package marketshaping.model.contract;

import java.io.Serializable;
import java.util.List;

/**
 * The definition of one input: its fields, its key and the rules for its rows. The schema of the input's lake table is
 * derived from it.
 *
 * @param key the fields that identify a row; empty if every row counts, even a repeated one
 */
public record Contract(String input, Need need, String grain, List<Field> fields, List<String> key, List<Rule> rules)
        implements Serializable {

    /** Required or optional. A run stops if a required input is in neither the input folder nor the lake. */
    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    public Contract {
        fields = List.copyOf(fields);
        key = List.copyOf(key);
        rules = List.copyOf(rules);
    }

    public boolean isRequired() {
        return need == Need.REQUIRED;
    }

    public List<String> requiredFields() {
        return fields.stream().filter(Field::isRequired).map(Field::name).toList();
    }
}
