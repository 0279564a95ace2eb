package marketshaping.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Searches all files of a folder for identifiers that must not be there. It covers hidden files, file names, packed
 * content and values in Parquet files, in upper and lower case and in UTF-16. It also finds hashes without a key,
 * because anyone with a list of identifiers can calculate them.
 */
public final class IdentifierSearch {
    /** The minimum length of an identifier, because shorter ones occur by chance. */
    private static final int SHORTEST = 8;

    /** The length of the prefix to search for first. Most identifiers share a prefix, so the pattern stays short. */
    private static final int START = 5;

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{32,128}");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] PARQUET = {'P', 'A', 'R', '1'};

    private final Set<String> sought = new TreeSet<>();
    private final Set<String> digests = new HashSet<>();
    private final Pattern starts;

    /**
     * Prepares a search for these identifiers.
     *
     * @param identifiers each of at least 8 characters, so that none occurs by chance
     */
    public IdentifierSearch(Collection<String> identifiers) {
        for (String identifier : identifiers) {
            if (identifier.length() < SHORTEST) {
                throw new IllegalArgumentException(
                        "Identifiers need at least " + SHORTEST + " characters: " + identifier);
            }
            String plain = identifier.toLowerCase(Locale.ROOT);
            sought.add(plain);
            for (String form : List.of(identifier, plain, identifier.toUpperCase(Locale.ROOT))) {
                byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
                sought.add(Base64.getEncoder()
                        .encodeToString(bytes)
                        .replace("=", "")
                        .toLowerCase(Locale.ROOT));
                sought.add(HexFormat.of().formatHex(bytes));
                for (String algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
                    digests.add(HexFormat.of().formatHex(digest(algorithm, bytes)));
                }
            }
        }
        // A pattern with all prefixes finds candidates in one pass over the text.
        starts = Pattern.compile(sought.stream()
                .map(each -> Pattern.quote(each.substring(0, START)))
                .distinct()
                .collect(Collectors.joining("|")));
    }

    /** Returns the identifiers found in a folder, each with its file. */
    public List<String> in(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            String place = root.relativize(file).toString();
            found.addAll(in(place, place.getBytes(StandardCharsets.UTF_8)));
            byte[] bytes = Files.readAllBytes(file);
            found.addAll(in(place, bytes));
            if (starts(bytes, PARQUET)) {
                found.addAll(in(place, ParquetFile.text(file).getBytes(StandardCharsets.UTF_8)));
            }
        }
        return found;
    }

    /** Returns the identifiers found in a text, such as the output of a command. */
    public List<String> in(String place, String text) {
        return in(place, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> in(String place, byte[] bytes) {
        // Without its zero bytes, UTF-16 text reads as plain text.
        String text =
                new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "").toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        Matcher start = starts.matcher(text);
        for (int from = 0; start.find(from); from = start.start() + 1) {
            int here = start.start();
            sought.stream()
                    .filter(each -> text.startsWith(each, here))
                    .findFirst()
                    .ifPresent(each -> found.add(place + ": " + each));
        }
        DIGEST.matcher(text)
                .results()
                .filter(hash -> digests.contains(hash.group()))
                .forEach(hash -> found.add(place + ": a digest without a key, " + hash.group()));
        try {
            found.addAll(inPacked(place, bytes));
        } catch (IOException e) {
            throw new AssertionError(place + " cannot be unpacked", e);
        }
        return found;
    }

    private List<String> inPacked(String place, byte[] bytes) throws IOException {
        List<String> found = new ArrayList<>();
        if (starts(bytes, ZIP)) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                    found.addAll(in(place + "/" + part.getName(), zip.readAllBytes()));
                }
            }
        } else if (starts(bytes, GZIP)) {
            try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                found.addAll(in(place, gzip.readAllBytes()));
            }
        }
        return found;
    }

    private static boolean starts(byte[] bytes, byte[] with) {
        return bytes.length > with.length && MessageDigest.isEqual(java.util.Arrays.copyOf(bytes, with.length), with);
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
