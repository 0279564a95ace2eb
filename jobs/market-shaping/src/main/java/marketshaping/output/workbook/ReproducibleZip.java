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

/** Copies a ZIP archive with a fixed time on every entry, so that the same content gives the same bytes. */
final class ReproducibleZip {
    private ReproducibleZip() {}

    /** Copies the content of one entry and may change it on the way. */
    interface Entry {
        void copy(String name, InputStream in, OutputStream out) throws IOException;
    }

    static void copy(InputStream archive, LocalDate date, OutputStream target) throws IOException {
        copy(archive, date, target, Deflater.DEFAULT_COMPRESSION, (name, in, out) -> in.transferTo(out));
    }

    /**
     * Copies the archive.
     *
     * @param level a compression level of {@link Deflater}
     * @param entries copies each entry and leaves both streams open
     */
    static void copy(InputStream archive, LocalDate date, OutputStream target, int level, Entry entries)
            throws IOException {
        LocalDateTime time = date.atStartOfDay();
        try (ZipInputStream in = new ZipInputStream(archive);
                ZipOutputStream out = new ZipOutputStream(target)) {
            out.setLevel(level);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                // Any other setter would convert the time to the default time zone.
                copy.setTimeLocal(time);
                out.putNextEntry(copy);
                entries.copy(entry.getName(), in, out);
                out.closeEntry();
            }
        }
    }
}
