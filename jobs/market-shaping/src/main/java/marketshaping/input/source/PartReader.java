package marketshaping.input.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import marketshaping.input.source.XmlScanner.Event;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;

/** Reads the XML of a part element by element. */
final class PartReader implements Closeable {
    private final InputStream in;
    private final Path file;
    private final XmlScanner scanner;

    PartReader(InputStream in, Path file, String part) throws IOException {
        this.in = in;
        this.file = file;
        scanner = new XmlScanner(Encoding.inUtf8(in), file, part);
    }

    /** Reads the next tag or text. */
    Event next() {
        return scanner.next();
    }

    /** Moves to the next start tag. Returns false at the end. */
    boolean nextStart() {
        Event event;
        do {
            event = next();
        } while (event != Event.START && event != Event.DONE);
        return event == Event.START;
    }

    /** Moves to the next start tag within the named element. Returns false after the end of that element. */
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

    /** Returns the attribute's value, ignoring its prefix; empty if it is missing. */
    String attribute(String name) {
        return scanner.attribute(name);
    }

    /** Skips the current element. */
    void skip() {
        for (int inner = 1; inner > 0; ) {
            Event event = next();
            inner += event == Event.START ? 1 : event == Event.END ? -1 : 0;
        }
    }

    /** Returns the text of the current element and moves to its end. */
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

    /** Returns the current text. */
    String run() {
        return scanner.text();
    }

    /** Refuses a cell text above the limit. */
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
