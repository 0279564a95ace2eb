/**
 * The key with which people's identifiers are hashed. The environment comes in; hashes go out. Read {@link
 * marketshaping.model.secret.PseudonymisationKey} first.
 */
package marketshaping.model.secret;
