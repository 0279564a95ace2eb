package marketshaping.output.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A workbook file, read as zip and XML without a spreadsheet library. */
final class WorkbookXml {
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private WorkbookXml() {}

    static WorkbookXml read(Path file) {
        WorkbookXml read = new WorkbookXml();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read.parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    /** Returns a copy of the file with a text replaced in one part. */
    WorkbookXml with(String part, String text, String replacement) {
        WorkbookXml changed = new WorkbookXml();
        changed.parts.putAll(parts);
        changed.parts.put(part, text(part).replace(text, replacement).getBytes(StandardCharsets.UTF_8));
        return changed;
    }

    List<String> names() {
        return List.copyOf(parts.keySet());
    }

    List<String> names(String prefix) {
        return parts.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }

    String text(String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }

    Element xml(String part) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(parts.get(part)));
            return document.getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(part, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the part of each worksheet by worksheet name, in tab order. */
    Map<String, String> sheets() {
        Map<String, String> targets = relations("xl/workbook.xml");
        Map<String, String> sheets = new LinkedHashMap<>();
        for (Element sheet : all(xml("xl/workbook.xml"), "sheet")) {
            sheets.put(sheet.getAttribute("name"), targets.get(sheet.getAttribute("r:id")));
        }
        return sheets;
    }

    /** Returns the parts that a part refers to, by relationship id. */
    Map<String, String> relations(String part) {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash);
        String name = folder + "/_rels" + part.substring(slash) + ".rels";
        Map<String, String> targets = new TreeMap<>();
        if (parts.containsKey(name)) {
            for (Element relation : all(xml(name), "Relationship")) {
                String target = relation.getAttribute("Target");
                targets.put(
                        relation.getAttribute("Id"),
                        target.startsWith("/")
                                ? target.substring(1)
                                : Path.of(folder).resolve(target).normalize().toString());
            }
        }
        return targets;
    }

    List<String> related(String part, String kind) {
        return relations(part).values().stream()
                .filter(target -> target.contains("/" + kind))
                .toList();
    }

    /** Returns the text of each non-empty cell by cell reference. Numbers are as stored. */
    Map<String, String> cells(String sheetPart) {
        List<String> shared = new ArrayList<>();
        for (Element item : all(xml("xl/sharedStrings.xml"), "si")) {
            shared.add(item.getTextContent());
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (Element cell : all(xml(sheetPart), "c")) {
            String valueElement = cell.getAttribute("t").equals("inlineStr") ? "t" : "v";
            String value = all(cell, valueElement).stream()
                    .map(Node::getTextContent)
                    .findFirst()
                    .orElse("");
            boolean isShared = cell.getAttribute("t").equals("s");
            cells.put(cell.getAttribute("r"), isShared ? shared.get(Integer.parseInt(value)) : value);
        }
        return cells;
    }

    static List<Element> all(Element parent, String localName) {
        NodeList found = parent.getElementsByTagNameNS("*", localName);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
