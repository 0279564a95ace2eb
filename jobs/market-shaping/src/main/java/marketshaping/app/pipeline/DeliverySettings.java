package marketshaping.app.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import marketshaping.model.document.Violation;
import marketshaping.model.document.YamlDocument;
import marketshaping.model.settings.Delivery;
import marketshaping.model.settings.Delivery.Security;

/** Reads the setting {@code deliver} from the settings file. */
final class DeliverySettings {
    private static final String FOLDER = "folder";
    private static final String EMAIL = "email";
    private static final String REFUSED = "refused";
    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "::1");

    private DeliverySettings() {}

    /**
     * Returns the delivery settings.
     *
     * @param deliver the value of the setting, without faults; a missing or null node if it is not set
     */
    static Delivery read(JsonNode deliver) {
        return new Delivery(
                part(deliver, FOLDER, DeliverySettings::folder),
                part(deliver, EMAIL, DeliverySettings::email),
                texts(deliver.path(REFUSED)));
    }

    /** Returns the faults that a schema cannot describe: a relative path, and a connection without encryption. */
    static List<Violation> faults(JsonNode deliver, YamlDocument document) {
        List<Violation> faults = new ArrayList<>();
        JsonNode path = deliver.path(FOLDER).path("path");
        if (path.isTextual() && !Path.of(path.asText()).isAbsolute()) {
            faults.add(document.wrong("must be an absolute path of a folder", "deliver", FOLDER, "path"));
        }
        JsonNode email = deliver.path(EMAIL);
        if (email.path("security").asText().equalsIgnoreCase("none")) {
            if (!THIS_COMPUTER.contains(email.path("host").asText())) {
                faults.add(document.wrong(
                        "must be starttls or tls, because the host is another computer", "deliver", EMAIL, "security"));
            }
            if (email.hasNonNull("user")) {
                faults.add(document.wrong(
                        "must be left out if security is none, because the password could be read in transit",
                        "deliver",
                        EMAIL,
                        "user"));
            }
        }
        if (deliver.has(REFUSED) && !deliver.has(EMAIL)) {
            faults.add(
                    document.wrong("must be left out without email, which names the mail server", "deliver", REFUSED));
        }
        return faults;
    }

    private static <T> Optional<T> part(JsonNode deliver, String key, Function<JsonNode, T> read) {
        return deliver.has(key) ? Optional.of(read.apply(deliver.get(key))) : Optional.empty();
    }

    private static Delivery.Folder folder(JsonNode folder) {
        return new Delivery.Folder(Path.of(folder.path("path").asText()).normalize(), texts(folder.path("packs")));
    }

    private static Delivery.Email email(JsonNode email) {
        return new Delivery.Email(
                email.path("host").asText(),
                email.path("port").asInt(),
                Security.valueOf(email.path("security").asText().toUpperCase(Locale.ROOT)),
                email.hasNonNull("user") ? Optional.of(email.path("user").asText()) : Optional.empty(),
                email.path("from").asText(),
                texts(email.path("to")));
    }

    private static List<String> texts(JsonNode node) {
        return SettingsFile.list(node, JsonNode::asText).stream().distinct().toList();
    }
}
