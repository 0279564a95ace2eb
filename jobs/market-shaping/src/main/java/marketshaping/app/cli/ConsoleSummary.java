package marketshaping.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import marketshaping.app.pipeline.Pipeline;
import marketshaping.feedback.QuarantineWorkbook;
import marketshaping.input.ingest.Ingestion;
import marketshaping.lake.CommitNote;
import marketshaping.model.problem.Problems;
import marketshaping.output.publish.Manifest;

/** What a command tells its user when it is done. */
final class ConsoleSummary {

    private ConsoleSummary() {}

    /** @throws marketshaping.model.problem.UserProblem where the packs could not be delivered */
    static void packed(Pipeline.Packed packed, PrintWriter out) {
        packs(packed.packs(), out);
        packed.delivered().done().forEach(out::println);
        out.flush();
        packed.delivered().problem().ifPresent(problem -> {
            throw problem;
        });
    }

    static void packs(Path folder, PrintWriter out) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".xlsx"))
                    .sorted()
                    .forEach(file -> out.println(file.toAbsolutePath().normalize()));
        } catch (IOException e) {
            throw Problems.cannotWrite(folder, e.toString());
        }
        out.println(folder.resolve(Manifest.FILE).toAbsolutePath().normalize());
        out.flush();
    }

    /** One line for each file, and where the quarantined rows are. */
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
        findings.unused().forEach(file -> out.println("not an input, left alone: " + file.getFileName()));
        Path quarantine = QuarantineWorkbook.place(lake);
        if (Files.exists(quarantine)) {
            out.println("quarantined rows, by file and rule: "
                    + quarantine.toAbsolutePath().normalize());
        }
        out.flush();
    }
}
