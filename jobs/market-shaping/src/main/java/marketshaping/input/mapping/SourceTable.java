package marketshaping.input.mapping;

import marketshaping.model.contract.ColumnNames;
import marketshaping.model.contract.Contract;

/**
 * A table of a source system that inputs are put together from.
 *
 * @param contract its columns, all of them text
 */
public record SourceTable(Contract contract, ColumnNames names) {

    public String name() {
        return contract.input();
    }
}
