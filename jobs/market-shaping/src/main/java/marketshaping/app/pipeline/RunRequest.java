package marketshaping.app.pipeline;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import marketshaping.engine.ExecutionProfile;
import marketshaping.input.mapping.Mappings;
import marketshaping.model.secret.PseudonymisationKey;
import marketshaping.model.settings.Delivery;
import marketshaping.model.settings.Settings;
import marketshaping.output.deliver.MailPassword;
import marketshaping.output.workbook.WorkbookPassword;

/**
 * What a run is asked to do.
 *
 * @param input the folder of extracts
 * @param lake the root of the lake
 * @param packs where packs go, in a folder for each as-at date
 * @param historyMonths for which replaced versions of the inputs' tables stay
 * @param acceptShrinkage inputs that may lose more keys than the settings allow
 * @param profile how Spark is set up
 */
public record RunRequest(
        Path input,
        Path lake,
        Path packs,
        LocalDate asAt,
        Settings settings,
        Mappings mappings,
        PseudonymisationKey key,
        WorkbookPassword workingListPassword,
        Delivery delivery,
        MailPassword mailPassword,
        int historyMonths,
        List<String> acceptShrinkage,
        ExecutionProfile profile) {

    public RunRequest {
        acceptShrinkage = List.copyOf(acceptShrinkage);
    }

    /** The same as at another date. */
    RunRequest at(LocalDate date) {
        return new RunRequest(
                input,
                lake,
                packs,
                date,
                settings,
                mappings,
                key,
                workingListPassword,
                delivery,
                mailPassword,
                historyMonths,
                acceptShrinkage,
                profile);
    }
}
