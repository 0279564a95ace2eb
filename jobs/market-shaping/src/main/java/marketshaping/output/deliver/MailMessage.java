package marketshaping.output.deliver;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A plain-text e-mail with the publishable packs attached.
 *
 * @param attached complete files
 */
public record MailMessage(String subject, String text, List<Path> attached) {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    public MailMessage {
        attached = List.copyOf(attached);
    }

    /**
     * The information about the packs that the text of the e-mail contains.
     *
     * @param rule the description of the disclosure profile
     */
    public record About(String council, LocalDate asAt, String rule, String contact) {}

    /**
     * Composes the message about a set of packs.
     *
     * @param withheld packs that are not attached; the message contains their location
     */
    public static MailMessage of(About about, List<Path> attached, List<Path> withheld) {
        String date = about.asAt().format(DAY);
        List<String> lines = new ArrayList<>();
        lines.add("The market position pack of %s as at %s is attached.".formatted(about.council(), date));
        lines.add("");
        lines.add(about.rule());
        if (!withheld.isEmpty()) {
            lines.add("");
            lines.add("Packs for the council only are not attached. They are here:");
            withheld.forEach(file -> lines.add(file.toString()));
        }
        lines.add("");
        lines.add("Contact: " + about.contact());
        return new MailMessage(
                asSingleLine("%s: market position pack as at %s".formatted(about.council(), date)),
                String.join("\r\n", lines) + "\r\n",
                attached);
    }

    /** Removes line breaks, which would start another mail header. */
    static String asSingleLine(String words) {
        return words.replaceAll("\\s*\\p{Cntrl}+\\s*", " ").strip();
    }
}
