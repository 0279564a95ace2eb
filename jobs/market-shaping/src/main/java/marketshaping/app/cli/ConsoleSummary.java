package marketshaping.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import marketshaping.app.pipeline.Pipeline;
import marketshaping.engine.Storage;
import marketshaping.feedback.QuarantineWorkbook;
import marketshaping.input.ingest.Ingestion;
import marketshaping.lake.CommitNote;
import marketshaping.model.problem.Problems;
import marketshaping.output.publish.Manifest;

/** Prints a summary of the results when a command has finished. */
final class ConsoleSummary {

    private ConsoleSummary() {}

    /**
     * Prints the paths of the workbooks and the manifest, then the outcome of their delivery.
     *
     * @throws marketshaping.model.problem.UserProblem if the packs could not be delivered
     */
    static void packed(Pipeline.Packed packed, PrintWriter out) {
        packs(packed.packs(), out);
        packed.delivered().done().forEach(out::println);
        out.flush();
        packed.delivered().problem().ifPresent(problem -> {
            throw problem;
        });
    }

    static void packs(Path folder, PrintWriter out) {
        try {
            Storage.list(folder).stream()
                    .filter(file -> file.toString().endsWith(".xlsx"))
                    .forEach(file -> out.println(file.toAbsolutePath().normalize()));
        } catch (IOException e) {
            throw Problems.cannotWrite(folder, e.toString());
        }
        out.println(folder.resolve(Manifest.FILE).toAbsolutePath().normalize());
        out.flush();
    }

    /**
     * Prints the row counts of each input file, the findings, and the path of the quarantine workbook if there is one.
     */
    static void findings(Ingestion.Findings findings, Path lake, PrintWriter out) {
        out.println("%-24s %-32s %12s %12s %12s %12s"
                .formatted("input", "file", "rows read", "accepted", "quarantined", "not records"));
        for (Map.Entry<String, CommitNote> note : findings.notes().entrySet()) {
            for (CommitNote.FileCount file : note.getValue().files()) {
                out.println(String.format(
                        Locale.UK,
                        "%-24s %-32s %,12d %,12d %,12d %,12d",
                        note.getKey(),
                        file.file(),
                        file.rowsRead(),
                        file.accepted(),
                        file.quarantined(),
                        file.rowsNotRecords()));
            }
        }
        findings.all().forEach(finding -> out.println(finding.sentence()));
        Path quarantine = QuarantineWorkbook.path(lake);
        if (Storage.exists(quarantine)) {
            out.println("quarantined rows, by file and rule: "
                    + quarantine.toAbsolutePath().normalize());
        }
        out.flush();
    }
}
