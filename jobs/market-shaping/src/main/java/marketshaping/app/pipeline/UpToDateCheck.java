package marketshaping.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import marketshaping.engine.BuildInfo;
import marketshaping.lake.Lake;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import marketshaping.output.pack.Packs;
import marketshaping.output.publish.AtomicOutputFolder;
import marketshaping.output.publish.Manifest;
import marketshaping.output.publish.TableVersions;

/**
 * Packs that are in their place already, as they would be written now: by the same software, of the same settings and
 * tables, and nobody has touched a file. A run is a function of these, so that there is nothing to be asked again.
 */
final class UpToDateCheck {
    private final RunRequest request;
    private final Lake lake;
    private final BuildInfo software;

    UpToDateCheck(RunRequest request, Lake lake, BuildInfo software) {
        this.request = request;
        this.lake = lake;
        this.software = software;
    }

    /** The run that wrote the packs that stand; empty where they must be written. */
    Optional<String> writer(AtomicOutputFolder outputs) {
        return manifest(outputs.folder())
                .filter(this::restOnTheSame)
                .filter(manifest -> areUntouched(outputs, manifest))
                .map(Manifest::run);
    }

    private static Optional<Manifest> manifest(Path packs) {
        Path file = packs.resolve(Manifest.FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Manifest.read(file));
        } catch (UserProblem unreadable) {
            // It will be replaced with the packs.
            return Optional.empty();
        }
    }

    private boolean restOnTheSame(Manifest manifest) {
        return manifest.software().equals(software)
                && manifest.asAt().equals(request.asAt())
                && request.settings().equals(manifest.settings())
                && manifest.writers() != null
                && TableVersions.of(lake)
                        .areAsIn(new TableVersions(manifest.tables(), manifest.writers()), manifest.run());
    }

    private boolean areUntouched(AtomicOutputFolder outputs, Manifest manifest) {
        try {
            Path workingList = outputs.folder().resolve(Packs.WORKING_LIST.fileName(request.asAt()));
            return outputs.different(manifest.outputs()).isEmpty()
                    && request.workingListPassword().opens(workingList);
        } catch (IOException e) {
            throw Problems.cannotWrite(outputs.folder(), e.toString());
        }
    }
}
