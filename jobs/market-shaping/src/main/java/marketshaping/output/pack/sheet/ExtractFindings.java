package marketshaping.output.pack.sheet;

import java.util.List;
import marketshaping.output.workbook.TextSheet;

/** The worksheet about the extracts: the parts that were not read, were changed, or could not be connected. */
public final class ExtractFindings {

    private ExtractFindings() {}

    /** Returns the worksheet; none if there are no findings. */
    public static List<TextSheet> sheets(PackInputs inputs) {
        if (inputs.findings().isEmpty()) {
            return List.of();
        }
        return List.of(new TextSheet(
                "Extract findings",
                "Quality and data",
                "Findings about the extracts",
                new TextSheet.Lines()
                        .under(
                                "What this is",
                                List.of("Each line is about a part of the extracts that was not read, was changed, or"
                                        + " could not be connected with another extract. The command check lists the"
                                        + " same findings with examples."))
                        .under("Findings", inputs.findings())
                        .toList()));
    }
}
