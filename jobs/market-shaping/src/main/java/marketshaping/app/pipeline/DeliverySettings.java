package marketshaping.app.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import marketshaping.model.problem.Problems;
import marketshaping.model.settings.Delivery;
import marketshaping.model.settings.Delivery.Security;

/**
 * Reads the setting {@code deliver} from the settings file. Its errors are reported together with those of the other
 * settings.
 */
final class DeliverySettings {
    private static final String DELIVER = "deliver";
    private static final String PARTS = "a folder, an email, or both";
    private static final String FOLDER = "deliver.folder.";
    private static final String EMAIL = "deliver.email.";
    private static final Set<String> FOLDER_KEYS = Set.of("path", "packs");
    private static final Set<String> EMAIL_KEYS = Set.of("host", "port", "security", "user", "from", "to");

    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_ADDRESS = 254;
    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "::1");
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?";
    private static final String DOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final String WORD = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern HOST = Pattern.compile(DOMAIN + "|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*");

    /** A mail address without a display name, quotes or comments, so that it cannot inject lines into a message. */
    private static final Pattern ADDRESS = Pattern.compile(WORD + "(\\." + WORD + ")*@" + DOMAIN);

    private final SettingsFile file;

    DeliverySettings(SettingsFile file) {
        this.file = file;
    }

    /**
     * Returns the delivery settings. Adds any errors to the list of errors in the settings file.
     *
     * @param deliver the value of the setting; null if it is missing
     */
    Delivery read(JsonNode deliver) {
        if (deliver == null || deliver.isNull()) {
            return Delivery.NONE;
        }
        if (!deliver.isObject() || deliver.isEmpty()) {
            file.report(Problems.settingWrong(file.name(), DELIVER, deliver.asText(), PARTS));
            return Delivery.NONE;
        }
        file.refuseUnknown(deliver, "deliver.", Set.of("folder", "email"));
        return new Delivery(part(deliver, "folder", this::folder), part(deliver, "email", this::email));
    }

    private static <T> Optional<T> part(JsonNode deliver, String key, Function<JsonNode, T> read) {
        return deliver.has(key) ? Optional.of(read.apply(deliver.get(key))) : Optional.empty();
    }

    private Delivery.Folder folder(JsonNode folder) {
        file.refuseUnknown(folder, FOLDER, FOLDER_KEYS);
        return new Delivery.Folder(
                file.value(folder, FOLDER, "path", "an absolute path of a folder", this::path, Path.of("")),
                file.value(folder, FOLDER, "packs", "a list of packs", this::names, List.of()));
    }

    private Delivery.Email email(JsonNode email) {
        file.refuseUnknown(email, EMAIL, EMAIL_KEYS);
        Delivery.Email read = new Delivery.Email(
                file.value(email, EMAIL, "host", "the mail server's name", this::host, ""),
                file.value(email, EMAIL, "port", "a port from 1 to 65535, such as 587", this::port, 0),
                file.value(email, EMAIL, "security", "starttls, tls or none", this::security, Security.TLS),
                email.hasNonNull("user")
                        ? Optional.of(file.value(email, EMAIL, "user", "a user of the mail server", this::word, ""))
                        : Optional.empty(),
                file.value(email, EMAIL, "from", "an address such as packs@council.example", this::address, ""),
                file.value(email, EMAIL, "to", "a list of addresses", this::addresses, List.of()));
        if (read.security() == Security.NONE) {
            refuseUnencrypted(read);
        }
        return read;
    }

    private void refuseUnencrypted(Delivery.Email email) {
        if (!THIS_COMPUTER.contains(email.host())) {
            file.report(Problems.settingWrong(
                    file.name(), EMAIL + "security", "none", "starttls or tls, because the host is another computer"));
        }
        email.user()
                .ifPresent(user -> file.report(Problems.settingWrong(
                        file.name(),
                        EMAIL + "user",
                        user,
                        "left out if security is none, because the password could be read in transit")));
    }

    private Path path(JsonNode node) {
        Path path = Path.of(file.words(node));
        SettingsFile.check(path.isAbsolute());
        return path.normalize();
    }

    private List<String> names(JsonNode node) {
        return listOf(node, this::word);
    }

    private List<String> addresses(JsonNode node) {
        return listOf(node, this::address);
    }

    private static List<String> listOf(JsonNode node, Function<JsonNode, String> read) {
        SettingsFile.check(node.isArray() && !node.isEmpty());
        return StreamSupport.stream(node.spliterator(), false)
                .map(read)
                .distinct()
                .toList();
    }

    private String word(JsonNode node) {
        String word = file.words(node);
        SettingsFile.check(word.chars().noneMatch(Character::isISOControl));
        return word;
    }

    private String host(JsonNode node) {
        SettingsFile.check(HOST.matcher(file.words(node)).matches());
        return node.asText();
    }

    private String address(JsonNode node) {
        String address = file.words(node);
        SettingsFile.check(
                address.length() <= LONGEST_ADDRESS && ADDRESS.matcher(address).matches());
        return address;
    }

    private int port(JsonNode node) {
        SettingsFile.check(node.isInt() && node.asInt() > 0 && node.asInt() <= LAST_PORT);
        return node.asInt();
    }

    private Security security(JsonNode node) {
        return Security.valueOf(file.words(node).toUpperCase(Locale.ROOT));
    }
}
