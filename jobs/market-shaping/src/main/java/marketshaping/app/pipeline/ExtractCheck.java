package marketshaping.app.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import marketshaping.app.console.ProgressLine;
import marketshaping.engine.BuildInfo;
import marketshaping.engine.LazySession;
import marketshaping.engine.StageTimer;
import marketshaping.engine.Storage;
import marketshaping.feedback.CandidateTables;
import marketshaping.feedback.CheckReport;
import marketshaping.feedback.CheckReportBuilder;
import marketshaping.input.ingest.Ingestion;
import marketshaping.input.ingest.SqlSyntax;
import marketshaping.input.source.Fingerprint;
import marketshaping.model.contract.Inputs;
import marketshaping.model.problem.Problems;
import org.apache.logging.log4j.ThreadContext;

/**
 * The check of extracts without a lake. It starts Spark only if a mapping joins an input from several tables; otherwise
 * it loads no class of Spark.
 */
public final class ExtractCheck {
    private final RunRequest request;
    private final StageTimer stages = new StageTimer(System::nanoTime, ProgressLine.ofStandardError());

    public ExtractCheck(RunRequest request) {
        this.request = request;
    }

    /** Reads and validates the inputs, and reports how they would be ingested. Changes nothing. */
    public CheckReport report() {
        if (!request.mappings().expressions().isEmpty()) {
            SqlSyntax.requireValid(request.mappings());
        }
        String run = UUID.randomUUID().toString();
        ThreadContext.put("run", run);
        try {
            Path temporary = Storage.temporaryFolder("market-shaping");
            try (LazySession spark = new LazySession(request.profile())) {
                IngestionSetup setup = new IngestionSetup(request, run, BuildInfo.running(), Inputs.ALL, stages::read);
                return setup.with(
                        spark,
                        Optional.empty(),
                        temporary.resolve("staging"),
                        file -> Fingerprint.of(file).sha256(),
                        files -> false,
                        this::report);
            } finally {
                Storage.deleteTree(temporary);
            }
        } catch (IOException e) {
            throw Problems.cannotWrite(Path.of(System.getProperty("java.io.tmpdir")), e.toString());
        } finally {
            ThreadContext.remove("run");
        }
    }

    private CheckReport report(Ingestion ingestion) {
        Ingestion.Findings findings = stages.time("read", () -> ingestion.examineAll(request.input()));
        CandidateTables tables = new CandidateTables(
                findings.changed(), Set.copyOf(request.settings().upserts()), contract -> List.of());
        return stages.time("report", () -> new CheckReportBuilder(findings).report(tables, findings.problems()));
    }
}
