package marketshaping.input.source;

import java.io.IOException;
import java.io.InputStream;

/** Opens the unpacked bytes of an extract, any number of times. */
interface ByteSource {
    InputStream open() throws IOException;
}
