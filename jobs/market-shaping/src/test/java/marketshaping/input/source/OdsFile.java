package marketshaping.input.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes ODS workbooks part by part, including those of other programs and of attackers. */
public final class OdsFile {
    static final String CONTENT = "content.xml";

    private OdsFile() {}

    /** Returns the parts of a workbook with one sheet that contains the rows. */
    public static Map<String, String> sheet(String rows) {
        return sheets("<table:table table:name=\"S\">" + rows + "</table:table>");
    }

    /** Returns the parts of a workbook with the given sheets; sheets of style {@code hidden} are hidden. */
    static Map<String, String> sheets(String sheets) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        parts.put(
                CONTENT,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- written by a test -->
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
                <office:automatic-styles>
                <style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style>
                <style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
                <style:style style:name="ce1" style:family="table-cell"><style:text-properties text:display="false"/></style:style>
                </office:automatic-styles>
                <office:body><office:spreadsheet><table:calculation-settings/>%s</office:spreadsheet></office:body>
                </office:document-content>
                """
                        .formatted(sheets));
        parts.put("META-INF/manifest.xml", "<!DOCTYPE manifest:manifest PUBLIC \"x\" \"Manifest.dtd\"><manifest/>");
        return parts;
    }

    public static Path write(Path file, Map<String, String> parts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
