package marketshaping.app.cli;

/** The state of this process: running, or being stopped from outside. */
public final class Shutdown {

    private Shutdown() {}

    /** Returns true if the process is being stopped, for example by a scheduler or from the keyboard. */
    public static boolean isUnderWay() {
        Thread nothing = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(nothing);
            Runtime.getRuntime().removeShutdownHook(nothing);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
