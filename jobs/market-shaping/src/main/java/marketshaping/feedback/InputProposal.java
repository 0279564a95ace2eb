package marketshaping.feedback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Field.Trait;
import marketshaping.model.contract.Type;

/** The proposed columns and codes for reading a table as one input. */
public final class InputProposal {
    private static final double NAME_WEIGHT = 0.62;
    private static final double CONTENT_WEIGHT = 1 - NAME_WEIGHT;
    private static final double CONTENT_ONLY = 0.58;
    private static final double LEAST = 0.5;
    private static final double PROBABLE = 0.62;
    private static final double LEAST_NAME = 0.4;
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
    private final Map<String, ColumnProposal> columns = new LinkedHashMap<>();
    private final Set<String> confirmedAbsent = new HashSet<>();

    private record Candidate(Field field, ColumnProfile column, double name, FieldFit.Fit fit, double total) {}

    private InputProposal(Contract contract, TableProfile table, NameSimilarity names) {
        this.contract = contract;
        this.table = table;
        this.names = names;
    }

    /** Proposes the columns of a table for one input: the best pairs first, and each column once. */
    static InputProposal of(Contract contract, TableProfile table) {
        InputProposal proposal = new InputProposal(contract, table, new NameSimilarity(contract));
        FieldFit fit = new FieldFit(contract);
        List<Candidate> candidates = proposal.candidates(fit);
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
                boolean isCoded = field.type() == Type.CODE || field.type() == Type.YES_NO;
                boolean isShown = isCoded && column.column().hasFewValues();
                proposal.columns.put(
                        field.name(),
                        isShown ? column.withCodes(fit.matcher(field).proposals(column.column())) : column);
            }
        }
        proposal.checkOrder();
        return proposal;
    }

    private List<Candidate> candidates(FieldFit content) {
        List<Candidate> candidates = new ArrayList<>();
        for (ColumnProfile column : table.columns()) {
            String implied = column.impliedWord();
            for (Field field : contract.fields()) {
                double name = names.of(column.header(), implied, field);
                FieldFit.Fit fit = content.of(field, column);
                boolean isCanonical = name == NameSimilarity.EXACT;
                // The product reads a column with the canonical name, whatever the mapping contains.
                double total = isCanonical ? 2 : total(name, fit);
                boolean isNamed = name >= LEAST_NAME || fit.isDistinctive() && fit.score() >= 0.7;
                if (isCanonical || !fit.isRefused() && isNamed && total >= LEAST) {
                    candidates.add(new Candidate(field, column, name, fit, total));
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

    /** Returns the required fields for which no column is accepted. */
    public List<String> missing(Set<Confidence> accepted) {
        return contract.requiredFields().stream()
                .filter(field -> !columns.containsKey(field)
                        || !accepted.contains(columns.get(field).confidence()))
                .toList();
    }

    /** Returns the name of the column that is most similar to a field; empty if none is. */
    public Optional<String> closest(String name) {
        if (columns.containsKey(name)) {
            return Optional.of(columns.get(name).column().header());
        }
        Set<ColumnProfile> used =
                columns.values().stream().map(ColumnProposal::column).collect(Collectors.toSet());
        Field field = contract.fields().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return table.columns().stream()
                .filter(column -> !used.contains(column))
                .filter(column -> names.of(column.header(), column.impliedWord(), field) > 0.25)
                .max(Comparator.comparingDouble(column -> names.of(column.header(), column.impliedWord(), field)))
                .map(ColumnProfile::header);
    }

    /** Returns the names of the columns that contain no field. */
    List<String> ignored() {
        Set<ColumnProfile> used =
                columns.values().stream().map(ColumnProposal::column).collect(Collectors.toSet());
        return table.columns().stream()
                .filter(column -> !used.contains(column))
                .map(ColumnProfile::header)
                .toList();
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
