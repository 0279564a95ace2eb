package marketshaping.output.pack.sheet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketshaping.analysis.measure.Measure;
import marketshaping.model.table.Table;

/**
 * All that a pack is made of. Nothing in a pack comes from elsewhere, so equal inputs make equal packs.
 *
 * @param council its name, as in "outside Hackney"
 * @param tables by measure id, in the order in which they are shown; internal or disclosure controlled, as the pack
 *     wants them. A table that is not given is left out of the pack, with every sentence and chart that needs it
 * @param measures the definitions of the tables; a table may have none
 * @param disclosureRule in words, for the cover
 * @param contact whom to ask
 * @param milestones what changed the market, drawn on the charts of trends; the first is the framework's go-live. May
 *     be empty
 * @param targetDays brokering target in days, by setting; settings without a target are left out
 * @param intentions what the council means to do; may be empty
 * @param runNotes what a reader must know about this run, such as missing inputs
 */
public record PackInputs(
        String council,
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
        List<String> runNotes) {

    public PackInputs {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        measures = List.copyOf(measures);
        sources = List.copyOf(sources);
        milestones = List.copyOf(milestones);
        targetDays = Map.copyOf(targetDays);
        intentions = List.copyOf(intentions);
        runNotes = List.copyOf(runNotes);
    }

    /**
     * One input of the run.
     *
     * @param latestExtract in words, such as "30 June 2025" or "not stated"
     */
    public record Source(String input, List<String> files, String latestExtract) {
        public Source {
            files = List.copyOf(files);
        }
    }

    /**
     * Something that changed the market on a day.
     *
     * @param name in the legend of a chart: "Framework went live"
     */
    public record Milestone(String name, LocalDate date) {}

    /**
     * Something the council means to do.
     *
     * @param places to be added; 0 where it is not about a number of places
     * @param by the day by which it is to be done
     */
    public record Intention(String setting, String need, int places, LocalDate by, String words) {}

    /** The same without some tables. */
    public PackInputs without(Collection<String> ids) {
        Map<String, Table> kept = new LinkedHashMap<>(tables);
        kept.keySet().removeAll(ids);
        return with(kept, measures);
    }

    /** The same of other tables, with their definitions. */
    public PackInputs with(Map<String, Table> others, List<Measure> definitions) {
        return new PackInputs(
                council,
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
                runNotes);
    }
}
