package marketshaping.source;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import marketshaping.problem.Problems;
import marketshaping.problem.UserProblem;

/** Goes through the XML of a part, element by element. Declares no entity, follows none, and is never deep. */
final class PartReader implements Closeable {
    private static final XMLInputFactory XML = xml();
    private static final int DEEPEST = 64;

    private final InputStream in;
    private final Path file;
    private final String part;
    private final XMLStreamReader reader;
    private int depth;

    PartReader(InputStream in, Path file, String part) throws IOException {
        this.in = new ShortRuns(in, file);
        this.file = file;
        this.part = part;
        try {
            // Were the parser to decode the bytes, it would print those that are wrong.
            reader = XML.createXMLStreamReader(decoded(this.in));
        } catch (XMLStreamException e) {
            throw Problems.workbookBroken(file, part);
        }
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static Reader decoded(InputStream in) throws IOException {
        byte[] start = in.readNBytes(Encoding.LONGEST_MARK);
        Encoding encoding = Encoding.marked(start);
        PushbackInputStream unmarked = new PushbackInputStream(in, Encoding.LONGEST_MARK);
        unmarked.unread(start, encoding.markLength(), start.length - encoding.markLength());
        return encoding.reader(unmarked);
    }

    /** Goes to the next element that starts. False at the end. */
    boolean nextStart() {
        int event;
        do {
            event = next();
        } while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT);
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** Goes to the next element that starts within the one of that name. False, having passed its end, if there is none. */
    boolean nextStartWithin(String name) {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT
                    || (event == XMLStreamConstants.END_ELEMENT && name().equals(name))) {
                return false;
            }
        }
    }

    String name() {
        return reader.getLocalName();
    }

    /** The attribute's value in whichever namespace, empty if it is not there. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The text of the element that has started, to its end. */
    String text() {
        StringBuilder text = new StringBuilder();
        int inner = 1;
        while (inner > 0) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> inner++;
                case XMLStreamConstants.END_ELEMENT -> inner--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> append(text);
                case XMLStreamConstants.END_DOCUMENT -> throw broken();
                default -> {
                    // Comments and instructions to other programs are no text.
                }
            }
        }
        return text.toString();
    }

    UserProblem broken() {
        return Problems.workbookBroken(file, part);
    }

    private void append(StringBuilder text) {
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        if (text.length() > Limits.CELL_BYTES) {
            throw Problems.workbookTooLarge(file);
        }
    }

    private int next() {
        try {
            int event = reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw Problems.entityDeclared(file);
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // Nothing else nests.
                }
            }
            if (depth > DEEPEST) {
                throw broken();
            }
            return event;
        } catch (XMLStreamException e) {
            throw broken();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Refuses what the parser would keep in memory whole: a tag or a text beyond all measure. */
    private static final class ShortRuns extends FilterInputStream {
        private final Path file;
        private int run;

        ShortRuns(InputStream in, Path file) {
            super(in);
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            for (int i = offset; i < offset + count; i++) {
                run = target[i] == '<' || target[i] == '>' ? 0 : run + 1;
                if (run > Limits.RECORD_BYTES) {
                    throw Problems.workbookTooLarge(file);
                }
            }
            return count;
        }
    }
}
