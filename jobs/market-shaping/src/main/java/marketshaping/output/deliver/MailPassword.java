package marketshaping.output.deliver;

/** What the mail server asks of its user, or that it asks nothing. It says nothing of itself where it is printed. */
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
