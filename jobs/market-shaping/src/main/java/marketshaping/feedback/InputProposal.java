package marketshaping.feedback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Field.Trait;
import marketshaping.model.contract.RowTest;
import marketshaping.model.contract.Type;

/** The proposed columns and codes for reading a table as one input. */
public final class InputProposal {
    private static final double NAME_WEIGHT = 0.62;
    private static final double CONTENT_WEIGHT = 1 - NAME_WEIGHT;
    private static final double CONTENT_ONLY = 0.58;
    private static final double LEAST = 0.5;
    private static final double PROBABLE = 0.62;
    private static final double LEAST_NAME = 0.4;
    private static final double LEAST_CLOSE = 0.5;
    private static final double NEAR = 0.015;
    private static final double IN_ORDER = 0.8;

    /** Dates of which the second is never before the first. */
    private static final List<List<String>> ORDERS = List.of(
            List.of("start_date", "end_date"),
            List.of("from_date", "to_date"),
            List.of("pause_start", "pause_end"),
            List.of("referral_date", "sourced_date"),
            List.of("referral_date", "closed_date"),
            List.of("referral_date", "complete_referral_date"),
            List.of("referral_date", "service_start_date"));

    private final Contract contract;
    private final TableProfile table;
    private final NameSimilarity names;
    private final FieldFit fit;
    private final Map<String, ColumnProposal> columns = new LinkedHashMap<>();
    private final Set<String> confirmedAbsent = new HashSet<>();

    private record Candidate(Field field, ColumnProfile column, double name, FieldFit.Fit fit, double total) {}

    private InputProposal(Contract contract, TableProfile table) {
        this.contract = contract;
        this.table = table;
        names = new NameSimilarity(contract);
        fit = new FieldFit(contract);
    }

    /** Proposes the columns of a table for one input: the best pairs first, and each column once. */
    static InputProposal of(Contract contract, TableProfile table) {
        InputProposal proposal = new InputProposal(contract, table);
        List<Candidate> candidates = proposal.candidates();
        Set<ColumnProfile> used = new HashSet<>();
        Map<String, Candidate> chosen = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            if (!chosen.containsKey(candidate.field().name()) && used.add(candidate.column())) {
                chosen.put(candidate.field().name(), candidate);
            }
        }
        Map<String, ColumnProposal> found = new LinkedHashMap<>();
        List<Candidate> unused = candidates.stream()
                .filter(candidate -> !used.contains(candidate.column()))
                .toList();
        chosen.forEach((field, candidate) -> found.put(field, proposed(candidate, unused)));
        for (Field field : contract.fields()) {
            if (found.containsKey(field.name())) {
                ColumnProposal column = found.get(field.name());
                boolean isShown = column.isCoded() && column.column().hasFewValues();
                proposal.columns.put(
                        field.name(),
                        isShown ? column.withCodes(proposal.fit.matcher(field).proposals(column.column())) : column);
            }
        }
        proposal.checkOrder();
        return proposal;
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (ColumnProfile column : table.columns()) {
            String implied = column.impliedWord();
            for (Field field : contract.fields()) {
                double name = names.of(column.header(), implied, field);
                FieldFit.Fit content = fit.of(field, column);
                boolean isCanonical = name == NameSimilarity.EXACT;
                // The product reads a column with the canonical name, whatever the mapping contains.
                double total = isCanonical ? 2 : total(name, content);
                boolean isNamed = name >= LEAST_NAME || content.isDistinctive() && content.score() >= 0.7;
                if (isCanonical || !content.isRefused() && isNamed && total >= LEAST) {
                    candidates.add(new Candidate(field, column, name, content, total));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::total).reversed());
        return candidates;
    }

    private static double total(double name, FieldFit.Fit fit) {
        double total = NAME_WEIGHT * name + CONTENT_WEIGHT * fit.score();
        return fit.isDistinctive() ? Math.max(total, CONTENT_ONLY * fit.score() + 0.2 * name) : total;
    }

    private static ColumnProposal proposed(Candidate candidate, List<Candidate> unused) {
        boolean hasRival = candidate.name() < NameSimilarity.SYNONYM
                && unused.stream()
                        .anyMatch(other ->
                                other.field().equals(candidate.field()) && candidate.total() - other.total() < NEAR);
        FieldFit.Fit fit = candidate.fit();
        Confidence confidence = Confidence.UNSURE;
        if (candidate.name() >= NameSimilarity.SYNONYM && fit.score() >= 0.5) {
            confidence = Confidence.CERTAIN;
        } else if (candidate.total() >= PROBABLE && fit.score() >= 0.3 && !hasRival) {
            confidence = Confidence.LIKELY;
        }
        return new ColumnProposal(
                candidate.field(),
                candidate.column(),
                Math.min(1, candidate.total()),
                confidence,
                reason(candidate.name())
                        + (fit.reason().isEmpty() ? "" : "; " + fit.reason())
                        + (hasRival ? "; another column fits as well" : ""),
                List.of());
    }

    private static String reason(double name) {
        if (name == NameSimilarity.EXACT) {
            return "the name is the field's";
        } else if (name >= NameSimilarity.SYNONYM) {
            return "the name is known";
        }
        return name >= 0.85
                ? "the words of the name fit"
                : name >= LEAST_NAME ? "some words of the name fit" : "by content";
    }

    private void checkOrder() {
        for (List<String> order : ORDERS) {
            ColumnProposal earlier = columns.get(order.get(0));
            ColumnProposal later = columns.get(order.get(1));
            if (earlier != null && later != null && table.inOrder(earlier.column(), later.column()) < IN_ORDER) {
                columns.put(
                        order.get(1),
                        later.with(Confidence.UNSURE, later.reason() + "; many dates are before " + order.get(0)));
            }
        }
    }

    public Contract contract() {
        return contract;
    }

    TableProfile table() {
        return table;
    }

    /** Returns the proposals in the order of the input's fields. */
    public List<ColumnProposal> columns() {
        return List.copyOf(columns.values());
    }

    /** Returns the strength of the evidence that the table is this input; negative if it probably isn't. */
    double score() {
        double score = 0;
        for (Field field : contract.fields()) {
            ColumnProposal column = columns.get(field.name());
            if (column == null) {
                score -= field.isRequired() ? 1 : 0;
            } else {
                score += field.isRequired() ? column.score() : column.score() / 2;
            }
        }
        boolean isNamed = table.sources().stream()
                .anyMatch(source -> names.isInFileName(
                        source.file().getFileName().toString() + (source.isOnly() ? "" : " " + source.sheet())));
        return score + (isNamed ? 0.7 : 0);
    }

    /** Returns the name of the unused column that is similar to a field without a column; empty if none is. */
    public Optional<String> closest(Field field) {
        return unused().filter(column -> similarity(column, field) >= LEAST_CLOSE
                        && !fit.of(field, column).isRefused())
                .max(Comparator.comparingDouble(column -> similarity(column, field)))
                .map(ColumnProfile::header);
    }

    private double similarity(ColumnProfile column, Field field) {
        return names.of(column.header(), column.impliedWord(), field);
    }

    /** Returns the names of the columns that contain no field. */
    List<String> ignored() {
        return unused().map(ColumnProfile::header).toList();
    }

    private Stream<ColumnProfile> unused() {
        Set<ColumnProfile> used =
                columns.values().stream().map(ColumnProposal::column).collect(Collectors.toSet());
        return table.columns().stream().filter(column -> !used.contains(column));
    }

    /** Returns the fields without a column. */
    List<Field> withoutColumn() {
        return contract.fields().stream()
                .filter(field -> !columns.containsKey(field.name()))
                .toList();
    }

    /**
     * Returns the condition under which rows need a field, in words with the number of rows; empty if no row does. The
     * rules of the contract decide.
     */
    Optional<String> need(Field field) {
        return contract.rules().stream()
                .flatMap(rule -> columns.values().stream().flatMap(coded -> need(field, rule.brokenWhen(), coded)))
                .findFirst();
    }

    private Stream<String> need(Field field, RowTest broken, ColumnProposal coded) {
        Field by = coded.field();
        if (by.type() != Type.CODE || by.equals(field)) {
            return Stream.empty();
        }
        List<String> codes = by.list().canonicalCodes().stream()
                .filter(code -> broken.isTrue(values(by, code, Set.of(field.name())))
                        && broken.isTrue(values(by, code, missingWith(field)))
                        && !broken.isTrue(values(by, code, Set.of())))
                .toList();
        long rows = coded.codes().stream()
                .filter(code -> codes.contains(code.code()))
                .mapToLong(CodeProposal::rows)
                .sum();
        return codes.isEmpty() || rows == 0
                ? Stream.empty()
                : Stream.of("needed where %s is %s: %,d %s be quarantined without it"
                        .formatted(by.name(), listed(codes), rows, rows == 1 ? "row will" : "rows will"));
    }

    private static String listed(List<String> codes) {
        int last = codes.size() - 1;
        return last == 0 ? codes.get(0) : String.join(", ", codes.subList(0, last)) + " or " + codes.get(last);
    }

    private Set<String> missingWith(Field field) {
        return Stream.concat(withoutColumn().stream(), Stream.of(field))
                .map(Field::name)
                .collect(Collectors.toSet());
    }

    /** Returns the values of a row with one code, in which some fields are empty and all others have a value. */
    private Function<String, Object> values(Field coded, String code, Set<String> empty) {
        return name -> {
            if (name.equals(coded.name())) {
                return code;
            }
            return empty.contains(name) ? null : LocalDate.EPOCH;
        };
    }

    /** Returns the fields without a column in which an empty cell has a meaning. */
    public List<String> absent() {
        return contract.fields().stream()
                .filter(field -> field.has(Trait.ABSENCE_CONFIRMED) || field.has(Trait.ABSENCE_COMPARED))
                .map(Field::name)
                .filter(field -> !columns.containsKey(field))
                .toList();
    }

    boolean isAbsenceConfirmed(String field) {
        return confirmedAbsent.contains(field);
    }

    void confirmAbsence(String field) {
        confirmedAbsent.add(field);
    }

    void replace(ColumnProposal column) {
        columns.put(column.field().name(), column);
    }

    void remove(String field) {
        columns.remove(field);
    }
}
