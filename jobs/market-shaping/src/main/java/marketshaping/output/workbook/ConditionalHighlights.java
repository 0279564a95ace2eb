package marketshaping.output.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFDataBarFormatting;
import org.apache.poi.xssf.usermodel.XSSFPatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;

/** Adds conditional formats, which stay with their cells when a table is sorted or filtered. */
final class ConditionalHighlights {
    /** The bar colour as alpha, red, green and blue. POI rejects a colour without alpha. */
    private static final byte[] BAR = {(byte) 0xFF, (byte) 0xB4, (byte) 0xC7, (byte) 0xE7};

    private static final byte[] FLAG = {(byte) 0xFF, (byte) 0xFF, (byte) 0xE6, (byte) 0x99};

    private ConditionalHighlights() {}

    static void write(List<TableSheet.Mark> marks, TableLocation location) {
        XSSFSheetConditionalFormatting formats = location.sheet().getSheetConditionalFormatting();
        for (TableSheet.Mark highlight : marks) {
            XSSFConditionalFormattingRule rule =
                    highlight instanceof TableSheet.Flag flag ? flag(formats, flag.word()) : bar(formats);
            formats.addConditionalFormatting(new CellRangeAddress[] {location.cells(highlight.column())}, rule);
        }
    }

    private static XSSFConditionalFormattingRule bar(XSSFSheetConditionalFormatting formats) {
        XSSFConditionalFormattingRule rule = formats.createConditionalFormattingRule(new XSSFColor(BAR, null));
        XSSFDataBarFormatting bar = rule.getDataBarFormatting();
        bar.getMinThreshold().setRangeType(RangeType.NUMBER);
        bar.getMinThreshold().setValue(0d);
        bar.getMaxThreshold().setRangeType(RangeType.NUMBER);
        bar.getMaxThreshold().setValue(1d);
        return rule;
    }

    private static XSSFConditionalFormattingRule flag(XSSFSheetConditionalFormatting formats, String word) {
        String quoted = "\"" + word.replace("\"", "\"\"") + "\"";
        XSSFConditionalFormattingRule rule = formats.createConditionalFormattingRule(ComparisonOperator.EQUAL, quoted);
        XSSFPatternFormatting fill = rule.createPatternFormatting();
        fill.setFillBackgroundColor(new XSSFColor(FLAG, null));
        fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        return rule;
    }
}
