/**
 * Messages about problems that a user can fix. Values come in; texts with stable codes go out. Read {@link
 * marketshaping.model.problem.Problems} first.
 */
package marketshaping.model.problem;
