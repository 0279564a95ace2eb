package marketshaping.output.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Applies the layout that all worksheets share: title in A1, lines of text below it in column A, and print settings.
 */
final class PageSetup {
    private static final Pattern WORDS = Pattern.compile("\\s+");
    private static final int TEXT_WIDTH = 72;
    private static final int HEADING_WIDTH = 66;
    private static final int LINE_LENGTH = 120;
    private static final int HEADER_LENGTH = 100;
    private static final int WIDTH_UNIT = 256;
    private static final float PARAGRAPH_GAP = 5f;

    private final Workbook workbook;
    private final CellStyles styles;
    private final TextCells texts;

    PageSetup(Workbook workbook, CellStyles styles, TextCells texts) {
        this.workbook = workbook;
        this.styles = styles;
        this.texts = texts;
    }

    CellStyles styles() {
        return styles;
    }

    TextCells texts() {
        return texts;
    }

    void write(TextSheet text, XSSFSheet target) {
        setUp(target, text.title());
        target.getPrintSetup().setLandscape(false);
        setWidth(target, 0, TEXT_WIDTH);
        for (TextSheet.Line line : text.lines()) {
            if (line instanceof TextSheet.Heading) {
                // Headings use a larger font as well as bold.
                float height =
                        RowHeights.HEADING + RowHeights.ofLines(RowHeights.boldLines(line.text(), HEADING_WIDTH) - 1);
                nextCell(target, line.text(), styles.heading()).getRow().setHeightInPoints(height);
            } else {
                float height = RowHeights.ofLines(RowHeights.lines(line.text(), TEXT_WIDTH)) + PARAGRAPH_GAP;
                boolean isLink = line instanceof TextSheet.Link;
                XSSFCellStyle style = isLink ? styles.paragraphLink() : styles.paragraph(line.text());
                XSSFCell cell = nextCell(target, line.text(), style);
                cell.getRow().setHeightInPoints(height);
                if (line instanceof TextSheet.Link to) {
                    link(cell, to.sheet(), row(to));
                }
            }
        }
    }

    /** Writes the title to cell A1 and applies the print settings. */
    void setUp(XSSFSheet target, String title) {
        target.setDisplayGridlines(false);
        target.setActiveCell(CellAddress.A1);
        target.setDefaultRowHeightInPoints(RowHeights.LINE);
        // Fit the width of the worksheet to one page; the length is unlimited.
        target.setFitToPage(true);
        PrintSetup print = target.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        if (workbook.audience().hasHeaderAndFooter()) {
            String classification = headerText(workbook.classification());
            target.getHeader().setLeft(headerText(workbook.title()));
            target.getHeader().setRight(classification);
            target.getFooter().setLeft(classification);
            target.getFooter().setRight("Page &P of &N");
        }
        nextCell(target, title, styles.title()).getRow().setHeightInPoints(RowHeights.TITLE);
    }

    /** Writes text in as many rows as it needs, so that no text runs off the screen. */
    void line(XSSFSheet target, String text) {
        for (String part : wrap(text)) {
            nextCell(target, part, styles.line(part));
        }
    }

    /** Writes a link to a worksheet, if the workbook contains it. */
    void linkTo(XSSFSheet target, String sheetName, String words) {
        if (target.getWorkbook().getSheet(sheetName) != null) {
            link(nextCell(target, words, styles.link()), sheetName);
        }
    }

    private int row(TextSheet.Link to) {
        return workbook.sheets().stream()
                .filter(sheet -> sheet.name().equals(to.sheet()) && sheet instanceof TextSheet)
                .mapToInt(sheet -> ((TextSheet) sheet).row(to.heading()))
                .findFirst()
                .orElse(1);
    }

    static void link(XSSFCell cell, String sheetName) {
        link(cell, sheetName, 1);
    }

    private static void link(XSSFCell cell, String sheetName, int row) {
        XSSFHyperlink link = cell.getSheet().getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + sheetName.replace("'", "''") + "'!A" + row);
        cell.setHyperlink(link);
    }

    static void setWidth(XSSFSheet target, int column, int characters) {
        target.setColumnWidth(column, characters * WIDTH_UNIT);
    }

    static int nextRow(XSSFSheet target) {
        return target.getPhysicalNumberOfRows();
    }

    private XSSFCell nextCell(XSSFSheet target, String text, XSSFCellStyle style) {
        XSSFCell cell = target.createRow(nextRow(target)).createCell(0);
        texts.put(text, cell);
        cell.setCellStyle(style);
        return cell;
    }

    private static List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : WORDS.split(text.strip(), -1)) {
            if (line.length() + word.length() >= LINE_LENGTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /**
     * Prepares text for a page header. Doubles ampersands, which start commands there, and truncates the text, because
     * Excel limits a header to 255 characters.
     */
    private static String headerText(String text) {
        return SpreadsheetText.of(SpreadsheetText.truncate(text, HEADER_LENGTH)).replace("&", "&&");
    }
}
