package marketshaping.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import marketshaping.model.problem.Problems;

/**
 * Reads one sheet of an ODS workbook row by row: the visible sheet named after the input, otherwise the first visible
 * one. Only one row is in memory, and repeat counts of empty rows and cells take no time. Macros and declared entities
 * are refused. A formula is read as its last calculated value.
 */
final class OpenDocument implements TableReader {
    private static final String CONTENT = "content.xml";
    private static final String MANIFEST = "META-INF/manifest.xml";
    private static final int LONGEST_COUNT = 9;

    private final SheetNames names;
    private final ZipParts parts;
    private final Set<String> hiddenStyles = new HashSet<>();
    private final List<SourceSheet<Integer>> sheets = new ArrayList<>();

    OpenDocument(SheetNames names, Path file) throws IOException {
        this.names = names;
        parts = new ZipParts(file);
        try {
            if (encrypted()) {
                throw Problems.passwordProtected(file);
            }
            if (parts.any(part -> part.startsWith("basic/") || part.startsWith("scripts/"))) {
                throw Problems.macros(file);
            }
            if (!parts.has(CONTENT)) {
                throw Problems.contentUnsupported(file, "a zip without a workbook");
            }
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /**
     * Returns true if the workbook is encrypted. Searches the manifest as text, because old manifests declare a
     * document type, which the XML reader refuses.
     */
    private boolean encrypted() throws IOException {
        if (!parts.has(MANIFEST)) {
            return false;
        }
        try (InputStream in = parts.bytes(MANIFEST)) {
            return new String(in.readNBytes(Limits.RECORD_BYTES), StandardCharsets.ISO_8859_1)
                    .contains("encryption-data");
        }
    }

    @Override
    public List<String> sheets() {
        return SourceSheet.chosenFirst(names, sheets).stream()
                .map(SourceSheet::name)
                .toList();
    }

    @Override
    public void copyTo(StagedText copy) throws IOException {
        try (PartReader xml = parts.open(CONTENT)) {
            readStyles(xml);
            SourceSheet<Integer> read = new SourceSheet<>("", false, -1);
            while (xml.nextStartWithin("spreadsheet")) {
                // A table whose name contains '#$ is a cached copy from another workbook.
                if (!xml.name().equals("table") || xml.attribute("name").contains("'#$")) {
                    xml.skip();
                    continue;
                }
                SourceSheet<Integer> sheet = new SourceSheet<>(
                        xml.attribute("name"), !hiddenStyles.contains(xml.attribute("style-name")), sheets.size());
                sheets.add(sheet);
                if (sheet.isFor(names) ? !read.isFor(names) : sheet.visible() && !read.visible()) {
                    // The file has no list of its sheets, so a better sheet may follow. Finding it in a first pass
                    // would take too long.
                    copy.restart();
                    copyRows(xml, sheet.name(), copy);
                    read = sheet;
                } else {
                    xml.skip();
                }
            }
            if (!read.visible()) {
                throw xml.broken();
            }
        }
    }

    /** Moves to the start of the sheets and collects the styles that hide sheets. */
    private void readStyles(PartReader xml) {
        while (xml.nextStart()) {
            if (xml.name().equals("spreadsheet")) {
                return;
            }
            if (xml.name().equals("style") && xml.attribute("family").equals("table")) {
                String style = xml.attribute("name");
                while (xml.nextStartWithin("style")) {
                    if (xml.attribute("display").equals("false")) {
                        hiddenStyles.add(style);
                    }
                }
            }
        }
        throw Problems.contentUnsupported(parts.file(), "an OpenDocument file without a spreadsheet");
    }

    private void copyRows(PartReader xml, String sheet, StagedText copy) {
        long row = 1;
        while (xml.nextStartWithin("table")) {
            switch (xml.name()) {
                case "table-row" -> {
                    long repeated = repeated(xml, "number-rows-repeated");
                    List<String> cells = cells(xml, sheet, row);
                    if (!cells.isEmpty()) {
                        if (row + repeated - 1 > Limits.SHEET_ROWS) {
                            throw Problems.workbookTooLarge(parts.file());
                        }
                        for (long same = row; same < row + repeated; same++) {
                            copy.add(same, cells);
                        }
                    }
                    row += repeated;
                }
                case "table-header-rows", "table-row-group", "table-rows" -> {
                    // The rows of the group follow.
                }
                default -> xml.skip();
            }
        }
    }

    private List<String> cells(PartReader xml, String sheet, long row) {
        RowCells cells = new RowCells(parts.file(), row);
        long column = 1;
        while (xml.nextStartWithin("table-row")) {
            if (!xml.name().equals("table-cell") && !xml.name().equals("covered-table-cell")) {
                xml.skip();
                continue;
            }
            long repeated = repeated(xml, "number-columns-repeated");
            OpenDocumentCell cell = OpenDocumentCell.read(xml);
            if (cell.lacksValue()) {
                throw Problems.formulaWithoutValue(parts.file(), sheet, CellName.of(row, column));
            }
            String text = cell.text();
            for (long same = column; same < column + repeated && !text.isEmpty(); same++) {
                cells.put(same, text);
            }
            column += repeated;
        }
        return cells.cells();
    }

    private static long repeated(PartReader xml, String attribute) {
        String count = xml.attribute(attribute);
        if (count.isEmpty()) {
            return 1;
        }
        if (count.length() > LONGEST_COUNT || !count.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw xml.broken();
        }
        return Math.max(1, Integer.parseInt(count));
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
