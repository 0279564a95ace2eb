package marketshaping.output.pack.sheet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketshaping.analysis.measure.Measure;
import marketshaping.model.settings.AreaWords;
import marketshaping.model.table.Table;

/**
 * The complete inputs of a pack: equal inputs give equal packs.
 *
 * @param council the name of the council, as in "outside Hackney"
 * @param areas the council's words for areas; worksheets have the general words until the pack is complete
 * @param region the name of the council's region
 * @param tables the tables by measure id, in display order; internal or disclosure controlled, as the pack requires.
 *     If a table is missing, every sentence and chart that needs it is left out
 * @param measures the measures that define the tables; a table may have none
 * @param disclosureRule the disclosure rule in words, for the cover
 * @param contact the contact for questions
 * @param milestones events that changed the market, shown on trend charts; may be empty. The first is the framework's
 *     go-live
 * @param targetDays the brokering target in days by setting; a setting without a target is not a key
 * @param intentions the council's plans; may be empty
 * @param runNotes notes that readers need about this run, such as missing inputs
 * @param findings sentences about the extracts for the council: parts that were not read, changed or not connected
 */
public record PackInputs(
        String council,
        AreaWords areas,
        String region,
        LocalDate asAt,
        Map<String, Table> tables,
        List<Measure> measures,
        List<Source> sources,
        String disclosureRule,
        String classification,
        String contact,
        List<Milestone> milestones,
        Map<String, Integer> targetDays,
        List<Intention> intentions,
        List<String> runNotes,
        List<String> findings) {

    public PackInputs {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        measures = List.copyOf(measures);
        sources = List.copyOf(sources);
        milestones = List.copyOf(milestones);
        targetDays = Map.copyOf(targetDays);
        intentions = List.copyOf(intentions);
        runNotes = List.copyOf(runNotes);
        findings = List.copyOf(findings);
    }

    /**
     * One input of the run.
     *
     * @param latestExtract the date in words, such as "30 June 2025" or "not stated"
     */
    public record Source(String input, List<String> files, String latestExtract) {
        public Source {
            files = List.copyOf(files);
        }
    }

    /**
     * An event that changed the market.
     *
     * @param name the name in the legend of a chart, such as "Framework went live"
     */
    public record Milestone(String name, LocalDate date) {}

    /**
     * A planned change to the market.
     *
     * @param places the number of places to be added; 0 if the plan is not about places
     * @param by the day by which it is due
     */
    public record Intention(String setting, String need, int places, LocalDate by, String words) {}

    /** Returns a copy of the inputs without the tables with these ids. */
    public PackInputs without(Collection<String> ids) {
        Map<String, Table> kept = new LinkedHashMap<>(tables);
        kept.keySet().removeAll(ids);
        return with(kept, measures);
    }

    /** Returns a copy of the inputs with these tables and measures in place of the original ones. */
    public PackInputs with(Map<String, Table> others, List<Measure> definitions) {
        return new PackInputs(
                council,
                areas,
                region,
                asAt,
                others,
                definitions,
                sources,
                disclosureRule,
                classification,
                contact,
                milestones,
                targetDays,
                intentions,
                runNotes,
                findings);
    }
}
