package marketshaping.output.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import marketshaping.analysis.measure.Measure;
import marketshaping.model.table.Table;
import marketshaping.output.pack.sheet.PackInputs;
import marketshaping.output.workbook.RowsSheet;
import marketshaping.output.workbook.Workbook;

/** The packs, in a plain list. */
public final class Packs {

    /** A pack: how its file is named and what makes it. */
    public record Pack(String name, Function<PackInputs, Workbook> maker) {

        public String fileName(LocalDate asAt) {
            return "%s-%s.xlsx".formatted(name, asAt);
        }
    }

    public static final Pack COMMISSIONING = new Pack("commissioning-pack", CommissioningPack::workbook);
    public static final Pack MARKET_POSITION = new Pack("market-position-pack", MarketPositionPack::workbook);

    public static final Pack FREEDOM_OF_INFORMATION =
            new Pack("freedom-of-information", FreedomOfInformation::workbook);

    public static final Pack WORKING_LIST = new Pack("working-list", WorkingList::about);

    private Packs() {}

    public static List<Pack> all() {
        return List.of(COMMISSIONING, MARKET_POSITION, FREEDOM_OF_INFORMATION, WORKING_LIST);
    }

    /** Those made from disclosure controlled tables alone: only they may leave the council. */
    public static List<Pack> publishable() {
        return List.of(MARKET_POSITION);
    }

    /** The worksheets of the working list after the declared ones. */
    public static List<RowsSheet> rowsOfWorkingList(PackInputs inputs, Iterable<List<Object>> rows) {
        return List.of(WorkingList.rows(inputs, rows));
    }

    /** The tables of the freedom-of-information set, by id, taken from published ones. */
    public static Map<String, Table> freedomOfInformationTables(Map<String, Table> published) {
        return FreedomOfInformation.tables(published);
    }

    /** The ids of the published tables from which they are taken. */
    public static Set<String> sourcesOfFreedomOfInformation() {
        return FreedomOfInformation.sources();
    }

    /** Whether a measure is none of the market's business: the market position pack does not show it. */
    public static boolean leavesOutOfMarketPosition(Measure measure) {
        return MarketPositionPack.leavesOut(measure);
    }

    /** For commissioners: unsuppressed, for the desk. Give it the internal tables. */
    public static Workbook commissioning(PackInputs inputs) {
        return CommissioningPack.workbook(inputs);
    }

    /** For the market position statement: to be published. Give it the disclosure controlled tables. */
    public static Workbook marketPosition(PackInputs inputs) {
        return MarketPositionPack.workbook(inputs);
    }

    /** Answers to what councils are asked for again and again. Give it the disclosure controlled tables. */
    public static Workbook freedomOfInformation(PackInputs inputs) {
        return FreedomOfInformation.workbook(inputs);
    }
}
