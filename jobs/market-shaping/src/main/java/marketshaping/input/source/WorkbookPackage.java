package marketshaping.input.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketshaping.model.problem.Problems;

/**
 * The parts of an XLSX workbook and their relationships. Parts are found by relationship type, because programs name
 * them differently.
 */
final class WorkbookPackage implements Closeable {
    private final ZipParts parts;

    WorkbookPackage(Path file) throws IOException {
        parts = new ZipParts(file);
        if (parts.any(part -> part.endsWith("vbaproject.bin"))) {
            close();
            throw Problems.macros(file);
        }
        if (!parts.has("_rels/.rels")) {
            close();
            throw Problems.contentUnsupported(file, "a zip without a workbook");
        }
    }

    Path file() {
        return parts.file();
    }

    /** Returns the workbook part, which lists the sheets. */
    String workbook() throws IOException {
        return related("").entrySet().stream()
                .filter(relation -> relation.getValue().type().endsWith("/officeDocument"))
                .map(relation -> relation.getValue().target())
                .findFirst()
                .orElseThrow(() -> Problems.workbookBroken(file(), "_rels/.rels"));
    }

    /** Returns the worksheets in order, with their parts; chart sheets are excluded. */
    List<SourceSheet<String>> sheets(String workbook) throws IOException {
        Map<String, Relation> related = related(workbook);
        List<SourceSheet<String>> sheets = new ArrayList<>();
        try (PartReader xml = open(workbook)) {
            while (xml.nextStart()) {
                Relation relation = xml.name().equals("sheet") ? related.get(xml.attribute("id")) : null;
                if (relation != null && relation.type().endsWith("/worksheet")) {
                    sheets.add(new SourceSheet<>(
                            xml.attribute("name"), xml.attribute("state").matches("|visible"), relation.target()));
                }
            }
        }
        return sheets;
    }

    /** Returns true if days are counted from 1904, as in some workbooks from a Mac. */
    boolean from1904(String workbook) throws IOException {
        try (PartReader xml = open(workbook)) {
            while (xml.nextStart()) {
                if (xml.name().equals("workbookPr")) {
                    return xml.attribute("date1904").matches("1|true|on");
                }
            }
            return false;
        }
    }

    /** Returns the parts of a kind to which the workbook refers; usually one, possibly none. */
    List<String> parts(String workbook, String kind) throws IOException {
        return related(workbook).values().stream()
                .filter(relation -> relation.type().endsWith("/" + kind))
                .map(Relation::target)
                .filter(parts::has)
                .toList();
    }

    PartReader open(String part) throws IOException {
        return parts.open(part);
    }

    private record Relation(String type, String target) {}

    /** Returns the relationships of a part, by identifier. */
    private Map<String, Relation> related(String part) throws IOException {
        int nameAt = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, nameAt);
        String relations = folder + "_rels/" + part.substring(nameAt) + ".rels";
        Map<String, Relation> related = new LinkedHashMap<>();
        try (PartReader xml = open(relations)) {
            while (xml.nextStart()) {
                if (xml.name().equals("Relationship")) {
                    String target = xml.attribute("Target");
                    related.put(
                            xml.attribute("Id"),
                            new Relation(xml.attribute("Type"), target.startsWith("/") ? target : folder + target));
                }
            }
        }
        return related;
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
