package marketshaping.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** An input stream of the UTF-8 bytes of a reader's text. */
final class Utf8Input extends InputStream {
    private final Reader text;
    private final char[] characters = new char[32 * 1024];
    private int kept;
    private byte[] bytes = {};
    private int position;

    Utf8Input(Reader text) {
        this.text = text;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (position == bytes.length) {
            if (!more()) {
                return -1;
            }
        }
        int count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean more() throws IOException {
        int read = text.read(characters, kept, characters.length - kept);
        if (read < 0) {
            return false;
        }
        int end = kept + read;
        // A surrogate pair must be encoded together.
        kept = Character.isHighSurrogate(characters[end - 1]) ? 1 : 0;
        bytes = new String(characters, 0, end - kept).getBytes(StandardCharsets.UTF_8);
        position = 0;
        characters[0] = characters[end - 1];
        return true;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
