package marketshaping.input.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import marketshaping.input.source.XmlScanner.Event;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;

/** Goes through the XML of a part, element by element. */
final class PartReader implements Closeable {
    private final InputStream in;
    private final Path file;
    private final XmlScanner scanner;

    PartReader(InputStream in, Path file, String part) throws IOException {
        this.in = in;
        this.file = file;
        scanner = new XmlScanner(Encoding.inUtf8(in), file, part);
    }

    /** Goes on by one tag or text. */
    Event next() {
        return scanner.next();
    }

    /** Goes to the next element that starts. False at the end. */
    boolean nextStart() {
        Event event;
        do {
            event = next();
        } while (event != Event.START && event != Event.DONE);
        return event == Event.START;
    }

    /** Goes to the next element that starts within the one of that name. False, having passed its end, if there is none. */
    boolean nextStartWithin(String name) {
        while (true) {
            Event event = next();
            if (event == Event.START) {
                return true;
            }
            if (event == Event.DONE || (event == Event.END && name().equals(name))) {
                return false;
            }
        }
    }

    String name() {
        return scanner.name();
    }

    /** The attribute's value whatever its prefix, empty if it is not there. */
    String attribute(String name) {
        return scanner.attribute(name);
    }

    /** Passes over the element that has started, to its end. */
    void skip() {
        for (int inner = 1; inner > 0; ) {
            Event event = next();
            inner += event == Event.START ? 1 : event == Event.END ? -1 : 0;
        }
    }

    /** The text of the element that has started, to its end. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int inner = 1; inner > 0; ) {
            switch (next()) {
                case START -> inner++;
                case END -> inner--;
                case TEXT -> {
                    text.append(run());
                    mustBeShort(text);
                }
                case DONE -> throw broken();
            }
        }
        return text.toString();
    }

    /** The text that was reached. */
    String run() {
        return scanner.text();
    }

    /** Refuses the text of a cell that is beyond all measure. */
    void mustBeShort(StringBuilder text) {
        if (text.length() > Limits.CELL_BYTES) {
            throw Problems.workbookTooLarge(file);
        }
    }

    UserProblem broken() {
        return scanner.broken();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
