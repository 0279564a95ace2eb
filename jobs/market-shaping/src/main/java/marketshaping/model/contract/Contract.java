package marketshaping.model.contract;

import java.util.List;

/**
 * What an input must look like: its fields, its key and the rules that its rows keep. The lake's table of the input is
 * made from it.
 *
 * @param key the fields that tell its rows apart; empty where every row counts
 */
public record Contract(String input, Need need, String grain, List<Field> fields, List<String> key, List<Rule> rules) {

    /** Whether a run can do without the input. */
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
