package marketshaping.app.pipeline;

import java.nio.file.Path;
import java.time.LocalDate;
import marketshaping.engine.ExecutionProfile;
import marketshaping.input.ingest.Confirmations;
import marketshaping.input.mapping.Mappings;
import marketshaping.model.secret.PseudonymisationKey;
import marketshaping.model.settings.Delivery;
import marketshaping.model.settings.Settings;
import marketshaping.output.deliver.MailPassword;
import marketshaping.output.workbook.WorkbookPassword;

/**
 * The parameters of a run.
 *
 * @param input the folder of extracts; an empty path if the command reads none
 * @param lake the root folder of the lake; an empty path if the command uses none
 * @param packs the parent folder of the packs, which are in one folder per as-at date
 * @param historyMonths how many months replaced versions of the input tables are kept
 * @param confirmations what the user has confirmed about the extracts
 * @param profile the settings of Spark
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
        Confirmations confirmations,
        ExecutionProfile profile) {

    /** Returns a copy of this request for another as-at date. */
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
                confirmations,
                profile);
    }
}
