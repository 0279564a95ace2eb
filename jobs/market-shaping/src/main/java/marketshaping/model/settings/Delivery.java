package marketshaping.model.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Delivery of finished packs to places other than their own folder. It is part of the settings file but separate from
 * {@link Settings}: no figure depends on it, so a pack is the same for every recipient.
 *
 * @param refused the addresses that receive an e-mail without rows if a run is refused; only with {@code email}, whose
 *     mail server and sender it uses
 */
public record Delivery(Optional<Folder> folder, Optional<Email> email, List<String> refused) {
    public static final Delivery NONE = new Delivery(Optional.empty(), Optional.empty(), List.of());

    public Delivery {
        refused = List.copyOf(refused);
    }

    /**
     * A shared folder of the council.
     *
     * @param packs the names of the packs that are copied there
     */
    public record Folder(Path path, List<String> packs) {
        public Folder {
            packs = List.copyOf(packs);
        }
    }

    /**
     * The recipients of packs that may be published, and the mail server.
     *
     * @param user the account on the mail server; its password is not part of the settings
     * @param to the recipients; each gets a separate message
     */
    public record Email(String host, int port, Security security, Optional<String> user, String from, List<String> to) {
        public Email {
            to = List.copyOf(to);
        }
    }

    /** The encryption of the connection to the mail server. */
    public enum Security {
        STARTTLS,
        TLS,
        /** No encryption: only for a server on the same computer. */
        NONE
    }

    public boolean isRequested() {
        return folder.isPresent() || email.isPresent();
    }
}
