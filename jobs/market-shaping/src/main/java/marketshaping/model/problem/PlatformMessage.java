package marketshaping.model.problem;

import marketshaping.model.problem.UserProblem.Kind;

/** Messages about the computer and the program, MS-17xx. */
enum PlatformMessage implements Message {
    WRITE_FAILED(
            1701,
            Kind.WRONG_USAGE,
            "{place} can't be written ({cause}).",
            "The output of earlier runs is unchanged.",
            "Check that the folder exists, that you may write to it and that the disk has space."),
    RUN_STOPPED(
            1702,
            Kind.STOPPED,
            "The run was stopped from outside before it finished.",
            "The packs of earlier runs are unchanged.",
            "Run the command again."),
    BUG(
            1703,
            Kind.BUG,
            "This is a bug in market-shaping.",
            "The program met a case that it does not handle.",
            "Report the bug with the details below.");

    private final Text text;

    PlatformMessage(int number, Kind kind, String problem, String reason, String remedy) {
        text = new Text(number, kind, problem, reason, remedy);
    }

    @Override
    public Text text() {
        return text;
    }
}
