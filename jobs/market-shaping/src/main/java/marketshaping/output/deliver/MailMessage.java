package marketshaping.output.deliver;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What readers are sent: plain words, and packs that may be published.
 *
 * @param attached files, whole
 */
public record MailMessage(String subject, String text, List<Path> attached) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    public MailMessage {
        attached = List.copyOf(attached);
    }

    /** What the packs are about. */
    public record About(String council, LocalDate asAt, String rule, String contact) {}

    /** @param withheld packs that are for the council alone: readers are told where they are, and no more */
    public static MailMessage of(About about, List<Path> attached, List<Path> withheld) {
        String date = about.asAt().format(DAY);
        List<String> lines = new ArrayList<>();
        lines.add("The market position pack of %s as at %s is attached.".formatted(about.council(), date));
        lines.add("");
        lines.add(about.rule());
        if (!withheld.isEmpty()) {
            lines.add("");
            lines.add("Packs for the council alone are not sent. They are here:");
            withheld.forEach(file -> lines.add(file.toString()));
        }
        lines.add("");
        lines.add("Contact: " + about.contact());
        return new MailMessage(
                onOneLine("%s: market position pack as at %s".formatted(about.council(), date)),
                String.join("\r\n", lines) + "\r\n",
                attached);
    }

    /** A line break would end the subject and begin another header. */
    private static String onOneLine(String words) {
        return words.replaceAll("\\s*\\p{Cntrl}+\\s*", " ").strip();
    }
}
