package marketshaping.input.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;

/**
 * A cursor over the elements of one XML part of a workbook. It ignores namespaces, because strict and transitional
 * workbooks differ in them. It refuses document types, deep nesting and very long texts.
 */
final class XmlPart implements Closeable {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 9;
    private static final int DECLARATION = 256;
    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)[\"']");
    private static final XMLInputFactory PARSERS = parsers();

    private final Path file;
    private final String part;
    private final TokenLimit in;
    private final XMLStreamReader xml;
    private int depth;

    XmlPart(InputStream bytes, Path file, String part) {
        this.file = file;
        this.part = part;
        in = new TokenLimit(bytes);
        try {
            xml = PARSERS.createXMLStreamReader(characters(in));
        } catch (UserProblem e) {
            throw e;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw broken();
        }
    }

    /**
     * Decodes the bytes by their byte-order mark or XML declaration. The parser would write messages about wrong bytes
     * to the terminal.
     */
    private static Reader characters(InputStream bytes) throws IOException {
        PushbackInputStream in = new PushbackInputStream(bytes, DECLARATION);
        byte[] start = in.readNBytes(DECLARATION);
        String text = new String(start, StandardCharsets.ISO_8859_1);
        Matcher declared = ENCODING.matcher(text);
        boolean hasMark = text.startsWith("\u00fe\u00ff") || text.startsWith("\u00ff\u00fe");
        Charset encoding = hasMark
                ? StandardCharsets.UTF_16
                : declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        int skipped = text.length()
                - (hasMark
                                ? text
                                : text.replaceFirst("^\\u00ef\\u00bb\\u00bf", "")
                                        .stripLeading())
                        .length();
        in.unread(start, skipped, start.length - skipped);
        return new InputStreamReader(in, encoding.newDecoder());
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
        parsers.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // The parser counts each predefined entity, such as &amp;, as declared text. Declared entities are refused.
        parsers.setProperty("http://www.oracle.com/xml/jaxp/properties/totalEntitySizeLimit", "0");
        return parsers;
    }

    /** Limits the bytes of one tag, text or comment, all of which the parser keeps in memory. */
    private final class TokenLimit extends ObservedInput {
        private int left = Limits.RECORD_BYTES;

        TokenLimit(InputStream in) {
            super(in);
        }

        @Override
        void inspect(byte[] bytes, int from, int to) {
            left -= to - from;
            if (left < 0) {
                throw Problems.workbookTooLarge(file);
            }
        }
    }

    private int next() {
        in.left = Limits.RECORD_BYTES;
        int event;
        try {
            event = xml.next();
        } catch (UserProblem e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            // The parser throws many kinds of runtime exceptions for damaged XML.
            throw broken();
        }
        if (event == XMLStreamConstants.DTD) {
            throw Problems.entityDeclared(file);
        }
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
            throw broken();
        }
        depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
        return event;
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
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT || depth < outer) {
                return false;
            }
        }
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
        return switch (attribute(attribute)) {
            case "1", "true", "on" -> true;
            default -> false;
        };
    }

    /** Returns a count or a number from 1, such as a column number; the default if the attribute is missing. */
    int number(String attribute, int missing) {
        String value = attribute(attribute);
        if (value.isEmpty()) {
            return missing;
        }
        if (value.length() > LONGEST_NUMBER || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw broken();
        }
        return Integer.parseInt(value);
    }

    /** Moves to the end of the current element. */
    void skip() {
        for (int outer = depth; depth >= outer; ) {
            next();
        }
    }

    /** Returns the text of the current element, and moves to its end. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int outer = depth; piece(text) || depth >= outer; ) {
            // The text comes in pieces.
        }
        return text.toString();
    }

    /** Moves on by one tag or text. Appends a text and returns true; returns false for a tag. */
    boolean piece(StringBuilder text) {
        int event = next();
        if (event != XMLStreamConstants.CHARACTERS
                && event != XMLStreamConstants.CDATA
                && event != XMLStreamConstants.SPACE) {
            return false;
        }
        append(text, xml.getText());
        return true;
    }

    void append(StringBuilder text, String more) {
        if (text.length() + more.length() > Limits.CELL_BYTES) {
            throw Problems.workbookTooLarge(file);
        }
        text.append(more);
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
