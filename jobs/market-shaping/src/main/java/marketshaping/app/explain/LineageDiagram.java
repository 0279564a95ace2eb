package marketshaping.app.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import marketshaping.analysis.measure.ActionListLines;
import marketshaping.analysis.measure.Measure;
import marketshaping.analysis.measure.Measures;
import marketshaping.analysis.measure.Section;
import marketshaping.model.contract.Inputs;
import marketshaping.output.pack.Packs;

/**
 * Generates a Mermaid diagram of the data flow from inputs through facts and measures to packs. The diagram is derived
 * from the inputs of each view, the views that each query reads and the measures that each pack excludes.
 */
public final class LineageDiagram {

    /** Maps each fact to its views. A measure that reads one of these views depends on the fact. */
    private static final Map<String, List<String>> FACTS = facts();

    private LineageDiagram() {}

    public static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("flowchart LR"));
        lines.add("  subgraph inputs [Inputs]");
        Inputs.names().forEach(input -> lines.add("    in_%1$s([%1$s])".formatted(input)));
        lines.add("  end");
        lines.add("  subgraph facts [Facts]");
        FACTS.keySet().forEach(fact -> lines.add("    f_%1$s[(%1$s)]".formatted(fact)));
        lines.add("  end");
        for (Section section : Section.values()) {
            lines.add("  subgraph m_%s [Measures: %s]"
                    .formatted(section.name().toLowerCase(Locale.ROOT), section.title()));
            Measures.ALL.stream()
                    .filter(measure -> measure.section() == section)
                    .forEach(measure -> lines.add("    %1$s".formatted(measure.id())));
            lines.add("  end");
        }
        lines.add("  subgraph packs [Packs]");
        lines.add("    commissioning[/Commissioning pack/]");
        lines.add("    position[/Market position pack/]");
        lines.add("    information[/Freedom-of-information set/]");
        lines.add("    working[/Working list/]");
        lines.add("  end");
        FACTS.forEach((fact, views) ->
                inputsOf(views).forEach(input -> lines.add("  in_%s --> f_%s".formatted(input, fact))));
        lines.add("  inputs --> f_row_counts");
        for (Measure measure : Measures.ALL) {
            factsOf(QueryLineage.readBy(measure))
                    .forEach(fact -> lines.add("  f_%s --> %s".formatted(fact, measure.id())));
        }
        lines.add("  %s --> commissioning".formatted(joined(measures(measure -> true))));
        lines.add("  %s -- disclosure controlled --> position"
                .formatted(joined(measures(measure -> !Packs.isOmittedFromMarketPosition(measure)))));
        lines.add("  %s -- disclosure controlled --> information"
                .formatted(joined(measures(
                        measure -> Packs.sourcesOfFreedomOfInformation().contains(measure.id())))));
        factsOf(QueryLineage.readBy(ActionListLines.LISTED))
                .forEach(fact -> lines.add("  f_%s --> working".formatted(fact)));
        return List.copyOf(lines);
    }

    private static List<String> measures(Predicate<Measure> which) {
        return Measures.ALL.stream().filter(which).map(Measure::id).toList();
    }

    private static String joined(List<String> ids) {
        return String.join(" & ", ids);
    }

    private static Set<String> inputsOf(List<String> views) {
        Set<String> inputs = new LinkedHashSet<>(Inputs.names());
        Set<String> read = new TreeSet<>();
        QueryLineage.VIEWS.stream()
                .filter(view -> views.contains(view.name()))
                .forEach(view -> read.addAll(view.inputs()));
        inputs.retainAll(read);
        return inputs;
    }

    private static Set<String> factsOf(List<QueryLineage.Reading> readings) {
        Set<String> views = new LinkedHashSet<>();
        readings.forEach(reading -> views.add(reading.view().name()));
        Set<String> facts = new LinkedHashSet<>();
        FACTS.forEach((fact, ofFact) -> {
            if (ofFact.stream().anyMatch(views::contains)) {
                facts.add(fact);
            }
        });
        return facts;
    }

    private static Map<String, List<String>> facts() {
        Map<String, List<String>> facts = new LinkedHashMap<>();
        facts.put("placement_fact", List.of("placement", "active"));
        facts.put("brokering_fact", List.of("brokering", "pause", "case_days"));
        facts.put("contract", List.of("contract"));
        facts.put("payment", List.of("payment"));
        facts.put("returned_event", List.of("returned_event"));
        facts.put("row_counts", List.of("ingest_file", "ingest_rule", "field_completeness"));
        return facts;
    }
}
