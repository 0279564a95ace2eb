/**
 * The definition of every input. Nothing comes in but the reference lists; fields, types, keys and rules go out.
 * Read {@link marketshaping.model.contract.Contract} first, then one input such as {@link
 * marketshaping.model.contract.Placements}.
 */
package marketshaping.model.contract;
