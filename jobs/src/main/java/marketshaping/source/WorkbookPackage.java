package marketshaping.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import marketshaping.problem.Problems;

/**
 * The parts of an XLSX workbook and how they refer to each other. Parts are found by what the package says of them, for
 * each program that writes workbooks names them in its own way.
 */
final class WorkbookPackage implements Closeable {
    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();

    /** A sheet as the workbook lists it. */
    record SheetPart(String name, boolean visible, String part) {}

    WorkbookPackage(Path file) throws IOException {
        this.file = file;
        zip = new ZipFile(file.toFile());
        zip.stream().forEach(entry -> parts.putIfAbsent(key(entry.getName()), entry));
        if (parts.keySet().stream().anyMatch(part -> part.endsWith("vbaproject.bin"))) {
            close();
            throw Problems.macros(file);
        }
        if (!parts.containsKey("_rels/.rels")) {
            close();
            throw Problems.contentNotRead(
                    file, parts.containsKey("content.xml") ? "an OpenDocument table" : "a zip without a workbook");
        }
    }

    Path file() {
        return file;
    }

    /** The workbook's own part: the list of its sheets. */
    String workbook() throws IOException {
        return related("").entrySet().stream()
                .filter(relation -> relation.getValue().type().endsWith("/officeDocument"))
                .map(relation -> relation.getValue().target())
                .findFirst()
                .orElseThrow(() -> Problems.workbookBroken(file, "_rels/.rels"));
    }

    /** The worksheets in their order; charts on a sheet of their own are none. */
    List<SheetPart> sheets(String workbook) throws IOException {
        Map<String, Relation> related = related(workbook);
        List<SheetPart> sheets = new ArrayList<>();
        try (PartReader xml = open(workbook)) {
            while (xml.nextStart()) {
                Relation relation = xml.name().equals("sheet") ? related.get(xml.attribute("id")) : null;
                if (relation != null && relation.type().endsWith("/worksheet")) {
                    sheets.add(new SheetPart(
                            xml.attribute("name"), xml.attribute("state").matches("|visible"), relation.target()));
                }
            }
        }
        return sheets;
    }

    /** Whether days are counted from 1904, as some workbooks from a Mac do. */
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

    /** The parts of that kind which the workbook refers to; mostly one, none if it needs none. */
    List<String> parts(String workbook, String kind) throws IOException {
        return related(workbook).values().stream()
                .filter(relation -> relation.type().endsWith("/" + kind))
                .map(Relation::target)
                .filter(target -> parts.containsKey(key(target)))
                .toList();
    }

    PartReader open(String part) throws IOException {
        ZipEntry entry = parts.get(key(part));
        if (entry == null) {
            throw Problems.workbookBroken(file, part);
        }
        InputStream in = new BoundedInput(
                zip.getInputStream(entry),
                Limits.inflated(entry.getCompressedSize()),
                () -> Problems.inflatesTooMuch(file));
        return new PartReader(in, file, part);
    }

    private record Relation(String type, String target) {}

    /** What a part refers to, by the identifier that it uses. */
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

    /** Part names are compared without regard to case, and some programs write them with the other slash. */
    private static String key(String part) {
        String path = part.replace('\\', '/').toLowerCase(Locale.ROOT);
        return path.startsWith("/") ? path.substring(1) : path;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
