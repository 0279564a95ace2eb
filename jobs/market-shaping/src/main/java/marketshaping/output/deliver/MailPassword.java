package marketshaping.output.deliver;

/** The password for the mail server, or none. It has no {@code toString}, so logs cannot reveal it. */
public final class MailPassword {
    public static final MailPassword NONE = new MailPassword("");

    private final String secret;

    private MailPassword(String secret) {
        this.secret = secret;
    }

    public static MailPassword of(String secret) {
        return new MailPassword(secret);
    }

    public boolean isEmpty() {
        return secret.isEmpty();
    }

    String secret() {
        return secret;
    }
}
