package marketshaping.input.validate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.input.mapping.Mappings;
import marketshaping.input.mapping.RowTranslator;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.Contract;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;

/** The codes in a user's mapping that no cell of a table contains, by column of the table. */
final class UnusedCodes {
    private static final int MOST_SHOWN = 10;

    private final List<String> columns;
    private final Map<String, Map<String, String>> unused = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    UnusedCodes(Contract contract, FileOfInput file) {
        Mappings.Choice choice = file.choice();
        columns = RowTranslator.columns(contract, choice.input());
        if (choice.reason() == Mappings.Reason.CHOSEN && !Mappings.isShipped(choice.mapping())) {
            choice.input().ownCodes().forEach((column, codes) -> {
                if (file.header().positions().containsKey(column)) {
                    unused.put(column, new LinkedHashMap<>(codes));
                }
            });
        }
    }

    /** Removes the codes in a row. */
    void add(String[] texts) {
        unused.forEach((column, codes) -> {
            String text = texts[columns.indexOf(column)];
            if (text != null && !codes.isEmpty() && seen.add(column + "=" + text)) {
                codes.remove(CodeList.normalised(text));
            }
        });
    }

    /** Returns one finding per column about the codes that none of several tables contains. */
    static List<Finding> findings(Contract contract, List<UnusedCodes> tables) {
        Map<String, Set<String>> common = new LinkedHashMap<>();
        tables.forEach(table -> table.unused.forEach(
                (column, codes) -> common.computeIfAbsent(column, key -> new LinkedHashSet<>(codes.values()))
                        .retainAll(codes.values())));
        List<Finding> findings = new ArrayList<>();
        common.forEach((column, codes) -> {
            if (!codes.isEmpty()) {
                findings.add(new Finding(
                        FindingKind.CODES_UNUSED, contract.input(), "", column, codes.size(), 0, shown(codes)));
            }
        });
        return findings;
    }

    /** Returns the first codes, with long numbers hidden, because they may be identifiers. */
    private static String shown(Set<String> codes) {
        String first = String.join(", ", codes.stream().limit(MOST_SHOWN).toList());
        int more = codes.size() - MOST_SHOWN;
        return first.replaceAll("\\d{3,}", "999") + (more > 0 ? " and %d more".formatted(more) : "");
    }
}
