package marketshaping.output.workbook;

import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Sets the document properties of a workbook: title, author, language and as-at date. */
final class DocumentProperties {
    private static final String LANGUAGE = "en-GB";
    private static final String APPLICATION = "Market shaping";

    private DocumentProperties() {}

    static void write(Workbook workbook, XSSFWorkbook poi) {
        POIXMLProperties properties = poi.getProperties();
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle(SpreadsheetText.of(workbook.title()));
        core.setCreator(SpreadsheetText.of(workbook.author()));
        core.setLastModifiedByUser(SpreadsheetText.of(workbook.author()));
        core.setKeywords("adult social care, market shaping, out of borough, framework, spot, brokering");
        core.setCategory(SpreadsheetText.of(workbook.classification()));
        PackagePropertiesPart part = core.getUnderlyingProperties();
        part.setLanguageProperty(LANGUAGE);
        Optional<Date> date =
                Optional.of(Date.from(workbook.asAt().atStartOfDay().toInstant(ZoneOffset.UTC)));
        part.setCreatedProperty(date);
        part.setModifiedProperty(date);
        properties.getExtendedProperties().getUnderlyingProperties().setApplication(APPLICATION);
    }
}
