package marketshaping.input.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.apache.commons.io.input.ProxyInputStream;

/** A cursor over one XML part. It ignores namespaces, because strict and transitional workbooks differ in them. */
final class XmlPart implements Closeable {
    private static final int LARGEST_NUMBER = 999_999_999;
    private static final XMLInputFactory PARSERS = parsers();

    private final Path file;
    private final String part;
    private final InputStream in;
    private final XMLStreamReader xml;
    private int depth;
    /** The bytes that the current tag, text or comment may still have; the parser keeps all of them in memory. */
    private int left = Limits.RECORD_BYTES;

    XmlPart(InputStream bytes, Path file, String part) throws IOException {
        this.file = file;
        this.part = part;
        in = new ProxyInputStream(bytes) {
            @Override
            protected void afterRead(int count) {
                left -= count;
                if (left < 0) {
                    throw Problems.workbookTooLarge(file);
                }
            }
        };
        try {
            xml = PARSERS.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            in.close();
            throw broken();
        }
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
        parsers.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // The parser counts each predefined entity, such as &amp;, as declared text. Declared entities are refused.
        parsers.setProperty("http://www.oracle.com/xml/jaxp/properties/totalEntitySizeLimit", "0");
        parsers.setProperty("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", "64");
        return parsers;
    }

    private int next() {
        left = Limits.RECORD_BYTES;
        try {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw Problems.entityDeclared(file);
            }
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
            depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
            return event;
        } catch (XMLStreamException e) {
            throw SheetExtract.damaged(file, part, e);
        }
    }

    /** Returns the number of open elements. */
    int depth() {
        return depth;
    }

    /** Moves to the next start tag. Returns false at the end of the part. */
    boolean start() {
        return startWithin(0);
    }

    /** Moves to the next start tag within the element at a depth. Returns false at the end of that element. */
    boolean startWithin(int outer) {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.END_DOCUMENT || depth < outer) {
                return false;
            }
            event = next();
        }
        return true;
    }

    /** Returns the name of the current element without its prefix. */
    String name() {
        String name = xml.getLocalName();
        return name.substring(name.indexOf(':') + 1);
    }

    /** Returns the value of an attribute, ignoring its prefix; empty if it is missing. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (name.equals(xml.getAttributeLocalName(i)) && !"xmlns".equals(xml.getAttributePrefix(i))) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    boolean isTrue(String attribute) {
        String value = attribute(attribute);
        return value.equals("1") || value.equals("true");
    }

    /** Returns a count or a number from 1, such as a column number; the default if the attribute is missing. */
    int number(String attribute, int missing) {
        String value = attribute(attribute);
        int number = value.isEmpty() ? missing : Integer.parseInt(value);
        if (number < 0 || number > LARGEST_NUMBER) {
            throw broken();
        }
        return number;
    }

    /** Moves to the end of the current element. */
    void skip() {
        for (int outer = depth; depth >= outer; ) {
            next();
        }
    }

    /** Returns the text of the current element, and moves to its end. */
    String text() {
        return text(inner -> "");
    }

    /** Returns the text of the current element with a text before that of each inner element. Moves to its end. */
    String text(Function<XmlPart, String> before) {
        StringBuilder text = new StringBuilder();
        for (int outer = depth; depth >= outer; ) {
            text.append(
                    switch (next()) {
                        case XMLStreamConstants.START_ELEMENT -> before.apply(this);
                        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                            xml.getText();
                        default -> "";
                    });
            if (text.length() > Limits.CELL_BYTES) {
                throw Problems.workbookTooLarge(file);
            }
        }
        return text.toString();
    }

    boolean isStart() {
        return xml.isStartElement();
    }

    UserProblem broken() {
        return Problems.workbookBroken(file, part);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
