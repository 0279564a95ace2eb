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
import marketshaping.output.workbook.WorkbookWords;

/** Lists the packs that a run writes, and builds their workbooks. */
public final class Packs {

    /** One pack: its name, which starts the file name, and the function that builds its workbook. */
    public record Pack(String name, Function<PackInputs, Workbook> maker) {

        /** Returns the workbook of the pack, in the council's words for areas. */
        public Workbook workbook(PackInputs inputs) {
            return WorkbookWords.in(maker.apply(inputs), inputs.areas()::in);
        }

        public String fileName(LocalDate asAt) {
            return "%s-%s.xlsx".formatted(name, asAt);
        }
    }

    public static final Pack COMMISSIONING = new Pack("commissioning-pack", CommissioningPack::workbook);
    public static final Pack MARKET_POSITION = new Pack("market-position-pack", MarketPositionPack::workbook);

    public static final Pack FREEDOM_OF_INFORMATION =
            new Pack("freedom-of-information", FreedomOfInformation::workbook);

    public static final Pack WORKING_LIST = new Pack("working-list", WorkingList::workbook);

    private Packs() {}

    public static List<Pack> all() {
        return List.of(COMMISSIONING, MARKET_POSITION, FREEDOM_OF_INFORMATION, WORKING_LIST);
    }

    /**
     * Returns the packs that are attached to e-mails, which may leave the council. All their tables are disclosure
     * controlled.
     */
    public static List<Pack> publishable() {
        return List.of(MARKET_POSITION);
    }

    /** Returns the worksheets of the working list with one row per case or placement. They follow the cover. */
    public static List<RowsSheet> rowsOfWorkingList(PackInputs inputs, Iterable<List<Object>> rows) {
        return List.of(WorkbookWords.in(WorkingList.rows(inputs, rows), inputs.areas()::in, "tier"));
    }

    /** Returns the tables of the freedom-of-information pack by id, taken from published tables. */
    public static Map<String, Table> freedomOfInformationTables(Map<String, Table> published) {
        return FreedomOfInformation.tables(published);
    }

    /** Returns the ids of the published tables from which the freedom-of-information tables are taken. */
    public static Set<String> sourcesOfFreedomOfInformation() {
        return FreedomOfInformation.sources();
    }

    /** Returns true if the market position pack omits the measure, because it does not concern the market. */
    public static boolean isOmittedFromMarketPosition(Measure measure) {
        return MarketPositionPack.omits(measure);
    }

    /** Builds the commissioning pack. The inputs must contain the internal, unsuppressed tables. */
    public static Workbook commissioning(PackInputs inputs) {
        return COMMISSIONING.workbook(inputs);
    }

    /** Builds the market position pack, for publication. The inputs must contain the disclosure-controlled tables. */
    public static Workbook marketPosition(PackInputs inputs) {
        return MARKET_POSITION.workbook(inputs);
    }

    /** Builds the freedom-of-information pack. The inputs must contain the disclosure-controlled tables. */
    public static Workbook freedomOfInformation(PackInputs inputs) {
        return FREEDOM_OF_INFORMATION.workbook(inputs);
    }
}
