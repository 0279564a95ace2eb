package marketshaping.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** A file corrupted by one to three random changes, which the seed determines. */
final class Mutation {
    private static final List<String> HOSTILE_CELLS = List.of(
            "",
            "\"",
            "\"\"",
            "'",
            "#REF!",
            "#N/A",
            "NULL",
            "N/A",
            "-",
            "31/02/2024",
            "29/02/2023",
            "05/29/2026",
            "2024-13-01",
            "99999999999999999999",
            "-1e400",
            "1e-400",
            "NaN",
            "Infinity",
            "£",
            "(£1,000.00)",
            "12.00-",
            "=cmd|' /C calc'!A0",
            "\u202e\u0645",
            "\ud83d\ude00",
            "a\tb",
            "a\nb",
            "\"a\nb\"",
            "\"a,b",
            "\u0000",
            "\u001a",
            "\ufeff",
            "\u00a0",
            "E08000016",
            "Royal Borough of Nowhere",
            "x".repeat(40_000),
            "\\",
            "\\\"",
            "0x1F",
            "1,2,3",
            "true",
            "Y",
            "45292",
            "45292.5",
            "1900-02-29",
            "0001-01-01",
            "9999-12-31");

    private final Random random;
    private byte[] bytes;
    private String suffix = ".csv";

    private Mutation(long seed, byte[] original) {
        this.random = new Random(seed);
        this.bytes = original.clone();
    }

    /** @param suffix the extension of the file name, with its dot */
    record CorruptedFile(byte[] bytes, String suffix) {}

    static CorruptedFile of(long seed, byte[] original) {
        Mutation mutation = new Mutation(seed, original);
        int changes = 1 + mutation.random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            mutation.corrupt();
        }
        return new CorruptedFile(mutation.bytes, mutation.suffix);
    }

    private void corrupt() {
        switch (random.nextInt(24)) {
            case 0 -> flipBytes(1 + random.nextInt(3));
            case 1 -> cut(random.nextInt(bytes.length + 1), bytes.length);
            case 2 -> {
                int from = random.nextInt(bytes.length + 1);
                cut(from, Math.min(bytes.length, from + random.nextInt(40)));
            }
            case 3 -> insert(random.nextInt(bytes.length + 1), randomBytes(1 + random.nextInt(5)));
            case 4 -> insert(bodyPosition(), text("\""));
            case 5 -> insert(bodyPosition(), text(random.nextBoolean() ? "\n" : "\r"));
            case 6 -> lines(lines -> lines.add(body(lines), lines.get(body(lines))));
            case 7 -> lines(lines -> lines.remove(body(lines)));
            case 8 -> lines(lines -> Collections.swap(lines, body(lines), body(lines)));
            case 9 -> lines(lines -> lines.add(body(lines), lines.get(0)));
            case 10 -> lines(lines -> lines.add(body(lines), random.nextBoolean() ? "" : ",,,,,,"));
            case 11 -> lines(lines -> lines.add(lines.size() - 1, "Total" + ",".repeat(random.nextInt(20)) + "123.45"));
            case 12 ->
                lines(lines ->
                        lines.set(body(lines), lines.get(body(lines)) + ",".repeat(1 + random.nextInt(3)) + "x"));
            case 13, 14, 15, 16, 17 -> cell();
            case 18 -> encode(rarely() ? StandardCharsets.UTF_16 : Charset.forName("windows-1252"));
            case 19 -> bytes = plain().replace(",", ";").getBytes(StandardCharsets.UTF_8);
            case 20 ->
                bytes = plain().replace("\n", random.nextBoolean() ? "\r\n" : "\r")
                        .getBytes(StandardCharsets.UTF_8);
            case 21 -> compress();
            case 22 ->
                suffix = rarely()
                        ? List.of(".xlsx", ".ods", ".xls", ".json", ".csv.gz").get(random.nextInt(5))
                        : suffix;
            default -> header();
        }
    }

    private boolean rarely() {
        return random.nextInt(4) == 0;
    }

    private void header() {
        if (rarely()) {
            lines(lines -> {
                List<String> cells = new ArrayList<>(Arrays.asList(lines.get(0).split(",", -1)));
                int at = random.nextInt(cells.size());
                switch (random.nextInt(4)) {
                    case 0 -> cells.set(at, " " + cells.get(at).toUpperCase(java.util.Locale.ROOT) + " ");
                    case 1 -> cells.set(at, cells.get(random.nextInt(cells.size())));
                    case 2 -> cells.remove(at);
                    default -> cells.add(at, "a column more");
                }
                lines.set(0, String.join(",", cells));
            });
        } else {
            lines(lines -> lines.add(0, "A title, with a comma"));
        }
    }

    private void cell() {
        lines(lines -> {
            int row = body(lines);
            List<String> cells = new ArrayList<>(Arrays.asList(lines.get(row).split(",", -1)));
            cells.set(random.nextInt(cells.size()), HOSTILE_CELLS.get(random.nextInt(HOSTILE_CELLS.size())));
            lines.set(row, String.join(",", cells));
        });
    }

    private void flipBytes(int count) {
        for (int i = 0; i < count && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
    }

    private void cut(int from, int to) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        kept.write(bytes, 0, from);
        kept.write(bytes, to, bytes.length - to);
        bytes = kept.toByteArray();
    }

    private void insert(int at, byte[] more) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, at);
        all.writeBytes(more);
        all.write(bytes, at, bytes.length - at);
        bytes = all.toByteArray();
    }

    private void compress() {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes = compressed.toByteArray();
        suffix = ".csv.gz";
    }

    private void encode(Charset charset) {
        bytes = plain().getBytes(charset);
    }

    private int bodyPosition() {
        int header = plain().indexOf('\n') + 1;
        return Math.min(bytes.length, header + random.nextInt(Math.max(1, bytes.length - header + 1)));
    }

    private int body(List<String> lines) {
        return lines.size() < 2 ? 0 : 1 + random.nextInt(lines.size() - 1);
    }

    private interface Edit {
        void of(List<String> lines);
    }

    private void lines(Edit edit) {
        List<String> lines = new ArrayList<>(Arrays.asList(plain().split("\n", -1)));
        edit.of(lines);
        bytes = text(String.join("\n", lines));
    }

    private String plain() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] randomBytes(int count) {
        byte[] made = new byte[count];
        random.nextBytes(made);
        return made;
    }
}
