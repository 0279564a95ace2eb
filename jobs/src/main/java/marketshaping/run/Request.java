package marketshaping.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import marketshaping.deliver.MailPassword;
import marketshaping.mapping.Mappings;
import marketshaping.pack.workbook.Password;
import marketshaping.settings.Delivery;
import marketshaping.settings.Settings;

/**
 * What a run is asked to do.
 *
 * @param input the folder of extracts
 * @param lake the root of the lake
 * @param packs where packs go, in a folder for each as-at date
 * @param historyMonths for which replaced versions of the inputs' tables stay
 * @param acceptShrinkage inputs that may lose more keys than the settings allow
 */
record Request(
        Path input,
        Path lake,
        Path packs,
        LocalDate asAt,
        Settings settings,
        Mappings mappings,
        Key key,
        Password workingListPassword,
        Delivery delivery,
        MailPassword mailPassword,
        int historyMonths,
        List<String> acceptShrinkage) {

    Request {
        acceptShrinkage = List.copyOf(acceptShrinkage);
    }

    /** The same as at another date. */
    Request at(LocalDate date) {
        return new Request(
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
                acceptShrinkage);
    }
}
