package marketshaping.app.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import marketshaping.app.pipeline.RunRequest;
import marketshaping.lake.CommitNote;
import marketshaping.model.problem.UserProblem;
import marketshaping.output.deliver.RefusalMail;

/** Reports a refused run by e-mail to the addresses in the settings. */
final class RefusalReport {
    private final RefusalMail mail;
    private final RefusalMail.Run run;

    RefusalReport(RefusalMail mail, RefusalMail.Run run) {
        this.mail = mail;
        this.run = run;
    }

    static RefusalReport of(RunRequest request) {
        return new RefusalReport(
                new RefusalMail(request.delivery(), request.mailPassword()),
                new RefusalMail.Run(
                        request.settings().council().name(),
                        request.asAt(),
                        request.settings().contact()));
    }

    /**
     * Runs the work. A user problem that it throws is reported before it is thrown on.
     *
     * @param notes returns the commit notes of the inputs that were read
     */
    int during(Callable<Integer> work, Supplier<Map<String, CommitNote>> notes) throws Exception {
        try {
            return work.call();
        } catch (UserProblem problem) {
            throw sent(problem, notes.get());
        }
    }

    /** Sends the e-mails and returns the problem to throw. A run that is being stopped was not refused. */
    UserProblem sent(UserProblem problem, Map<String, CommitNote> notes) {
        return Shutdown.isUnderWay()
                ? problem
                : mail.send(
                        run,
                        problem,
                        notes.entrySet().stream()
                                .map(note -> rows(note.getKey(), note.getValue().files()))
                                .toList(),
                        Instant.now());
    }

    private static RefusalMail.InputRows rows(String input, List<CommitNote.FileCount> files) {
        return new RefusalMail.InputRows(
                input,
                files.stream().mapToLong(CommitNote.FileCount::rowsRead).sum(),
                files.stream().mapToLong(CommitNote.FileCount::accepted).sum(),
                files.stream().mapToLong(CommitNote.FileCount::quarantined).sum());
    }
}
