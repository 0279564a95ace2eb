package marketshaping.model.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where finished packs go besides their own folder. It stands in the settings file, and apart from {@link Settings}: no
 * figure depends on it, so a pack is the same whoever gets it.
 */
public record Delivery(Optional<Folder> folder, Optional<Email> email) {
    public static final Delivery NONE = new Delivery(Optional.empty(), Optional.empty());

    /**
     * A folder that the council shares.
     *
     * @param packs the names of those that go there
     */
    public record Folder(Path path, List<String> packs) {
        public Folder {
            packs = List.copyOf(packs);
        }
    }

    /**
     * Who is sent what may be published, and by which mail server.
     *
     * @param user whom the server knows; the password is none of the settings'
     * @param to one message to each
     */
    public record Email(String host, int port, Security security, Optional<String> user, String from, List<String> to) {
        public Email {
            to = List.copyOf(to);
        }
    }

    /** How the line to the mail server is kept from being read. */
    public enum Security {
        STARTTLS,
        TLS,
        /** Not at all: for a server on the same computer alone. */
        NONE
    }

    public boolean isAskedFor() {
        return folder.isPresent() || email.isPresent();
    }
}
