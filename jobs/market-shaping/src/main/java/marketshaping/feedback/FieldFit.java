package marketshaping.feedback;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.input.validate.CellParser;
import marketshaping.input.validate.CellParsers;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;

/** Tests if the content of a column fits a field. */
final class FieldFit {
    private static final double MOST = 0.8;

    /**
     * A result.
     *
     * @param score from 0 to 1; negative if the column can't contain the field
     * @param isDistinctive true if few other columns have such content, so that the name matters less
     * @param reason the evidence in words; empty if there is none
     */
    record Fit(double score, boolean isDistinctive, String reason) {
        static final Fit REFUSED = new Fit(-1, false, "");

        static Fit of(double score, String reason) {
            return new Fit(score, false, reason);
        }

        static Fit distinctive(double score, String reason) {
            return new Fit(score, true, reason);
        }

        boolean isRefused() {
            return score < 0;
        }
    }

    private final Contract contract;
    private final Map<String, CodeMatcher> matchers = new HashMap<>();

    FieldFit(Contract contract) {
        this.contract = contract;
    }

    CodeMatcher matcher(Field field) {
        return matchers.computeIfAbsent(field.name(), name -> new CodeMatcher(field));
    }

    /** Returns how well the content of a column fits. An empty column fits an optional field. */
    Fit of(Field field, ColumnProfile column) {
        if (column.isEmpty()) {
            return field.isRequired() ? Fit.REFUSED : Fit.of(0.5, "the column is empty");
        }
        return switch (field.type()) {
            case DATE -> date(field, column);
            case BIRTH_DATE -> birthDate(column);
            case MONEY -> money(column);
            case NUMBER, DEGREES -> column.isDates() && !column.isNumbers() ? Fit.REFUSED : number(field, column, 200);
            case WHOLE -> number(field, column, 100);
            case POSTCODE -> column.isPostcodes() ? Fit.distinctive(1, "it contains postcodes") : Fit.REFUSED;
            case AUTHORITY -> authority(field, column);
            case CODE, YES_NO -> code(field, column);
            case ID, PERSON, UPPER_ID -> identifier(field, column);
            case TEXT -> text(field, column);
        };
    }

    private static Fit date(Field field, ColumnProfile column) {
        if (!column.isDates()) {
            return Fit.REFUSED;
        } else if (column.middleYear() < 1995) {
            return Fit.of(0, "most of its dates are before 1995");
        } else if (field.isRequired() && column.filledShare() < 0.9) {
            return Fit.of(0.2, "it is often empty");
        }
        return Fit.of(field.isRequired() ? 0.8 : 0.7 + 0.1 * (1 - column.filledShare()), "it contains dates");
    }

    private static Fit birthDate(ColumnProfile column) {
        boolean isPast = column.isDates() && column.middleYear() < 2005;
        return isPast ? new Fit(1, column.middleYear() < 1985, "it contains dates of birth") : Fit.REFUSED;
    }

    private static Fit money(ColumnProfile column) {
        if (!column.isNumbers()) {
            return Fit.REFUSED;
        } else if (column.isMoney()) {
            return Fit.of(1, "it contains amounts");
        }
        boolean isIdentifier = column.uniqueness() > 0.9 && column.meanLength() >= 5;
        return isIdentifier ? Fit.of(0, "it resembles an identifier") : Fit.of(0.5, "it contains numbers");
    }

    private static Fit number(Field field, ColumnProfile column, int usual) {
        CellParser parser = CellParsers.of(field);
        if (column.share(value -> parser.value(value) != null) < MOST) {
            return Fit.REFUSED;
        }
        return column.middleNumber() <= usual
                ? Fit.of(0.9, "it contains small numbers")
                : Fit.of(0.1, "its numbers are large");
    }

    private static Fit authority(Field field, ColumnProfile column) {
        CellParser parser = CellParsers.of(field);
        double share = column.share(value -> parser.value(value) != null);
        return share < 0.5 ? Fit.REFUSED : new Fit(share, share >= MOST, "it contains names or codes of councils");
    }

    private Fit code(Field field, ColumnProfile column) {
        boolean isOther = column.isDates() || column.isMostlyNames() || column.isPostcodes() || column.isMoney();
        boolean isAnswer = field.type() == Type.YES_NO;
        CellParser parser = CellParsers.of(field);
        // Comparing many values with all names of codes takes long, and no such column can be shown.
        double share = isOther
                ? 0
                : column.share(column.hasFewValues() ? matcher(field)::isCode : value -> parser.value(value) != null);
        if (isOther || share < MOST && !column.hasFewValues() || isAnswer && share < 0.6) {
            return Fit.REFUSED;
        }
        boolean isDistinctive = share >= 0.7 && !isAnswer && column.values().size() > 1;
        return new Fit(share, isDistinctive, Math.round(100 * share) + "% of its values are known codes");
    }

    private Fit identifier(Field field, ColumnProfile column) {
        boolean isCqc = column.isCqcLocations();
        if (field.type() == Type.UPPER_ID) {
            return isCqc ? Fit.distinctive(1, "it contains CQC location numbers") : Fit.of(0.3, "");
        }
        boolean isWords = column.shareWithDigits() < 0.3 && column.meanLength() > 12;
        if (isCqc
                || column.isDates() && column.shareWithDigits() == 1 && !column.isNumbers()
                || column.isPostcodes()
                || column.isMoney()
                || column.isNames()
                || isWords
                || column.meanLength() > 40) {
            return Fit.REFUSED;
        }
        if (contract.key().equals(List.of(field.name()))) {
            return column.uniqueness() > 0.99
                    ? Fit.of(1, "each row has another value")
                    : Fit.of(column.uniqueness() > 0.9 ? 0.5 : 0, "its values are repeated");
        }
        if (field.type() == Type.PERSON) {
            return column.isNhsNumbers() ? Fit.of(0.6, "it contains NHS numbers") : Fit.of(0.7, "");
        }
        return Fit.of(column.shareWithDigits() > 0.5 ? 0.7 : 0.3, "");
    }

    private static Fit text(Field field, ColumnProfile column) {
        Set<String> words = ColumnWords.ALL.meanings(column.header());
        boolean isProvider = words.contains("provider") || words.contains("home");
        boolean isOther = column.isDates() || column.isNumbers() || column.isPostcodes() || column.isCqcLocations();
        boolean ofProvider = field.name().endsWith("_name");
        if (isOther || PersonalText.isColumnOfNames(words) || (ofProvider ? !isProvider : column.isNames())) {
            return Fit.REFUSED;
        }
        if (ofProvider) {
            return Fit.of(column.shareWithDigits() < 0.9 || column.meanLength() > 12 ? 0.9 : 0.2, "");
        }
        boolean isGroup = Set.of("team", "framework", "lot").contains(field.name());
        return isGroup && !column.hasFewValues() ? Fit.REFUSED : Fit.of(0.7, "");
    }
}
