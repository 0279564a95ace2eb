package marketshaping.mapping;

import marketshaping.contract.Contract;
import marketshaping.contract.Names;

/**
 * A table of a source system that inputs are put together from.
 *
 * @param contract its columns, all of them text
 */
public record SourceTable(Contract contract, Names names) {

    public String name() {
        return contract.input();
    }
}
