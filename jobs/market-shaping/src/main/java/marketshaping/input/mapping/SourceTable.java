package marketshaping.input.mapping;

import marketshaping.model.contract.ColumnNames;
import marketshaping.model.contract.Contract;

/**
 * A table of a source system, from which inputs are joined.
 *
 * @param contract its columns, all of type text
 * @param names the header names of each column
 */
public record SourceTable(Contract contract, ColumnNames names) {

    public String name() {
        return contract.input();
    }
}
