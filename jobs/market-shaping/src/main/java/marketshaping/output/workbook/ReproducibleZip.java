package marketshaping.output.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Writes an archive again with the same time on every entry, so that its bytes follow from its content alone. */
final class ReproducibleZip {
    private ReproducibleZip() {}

    /** What becomes of an entry's content on the way. */
    interface Entry {
        void copy(String name, InputStream in, OutputStream out) throws IOException;
    }

    static void copy(InputStream archive, LocalDate date, OutputStream target) throws IOException {
        copy(archive, date, target, Deflater.DEFAULT_COMPRESSION, (name, in, out) -> in.transferTo(out));
    }

    /**
     * @param level of compression, as {@link Deflater} counts it
     * @param entries copies each; closes neither of its streams
     */
    static void copy(InputStream archive, LocalDate date, OutputStream target, int level, Entry entries)
            throws IOException {
        LocalDateTime time = date.atStartOfDay();
        try (ZipInputStream in = new ZipInputStream(archive);
                ZipOutputStream out = new ZipOutputStream(target)) {
            out.setLevel(level);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                // A local time, for any other would be turned into the machine's time zone.
                copy.setTimeLocal(time);
                out.putNextEntry(copy);
                entries.copy(entry.getName(), in, out);
                out.closeEntry();
            }
        }
    }
}
