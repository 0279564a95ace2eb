package marketshaping.app.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import marketshaping.engine.BuildInfo;
import marketshaping.engine.Storage;
import marketshaping.lake.Lake;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import marketshaping.output.pack.Packs;
import marketshaping.output.publish.AtomicOutputFolder;
import marketshaping.output.publish.Manifest;
import marketshaping.output.publish.TableVersions;

/**
 * Checks whether the packs of an as-at date are up to date, so that a run need not write them again. The same software
 * must have written them from the same settings and table versions. No file may have changed since, and the current
 * password must open the working list.
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

    /** Returns the id of the run that wrote the packs; empty if they are missing or out of date. */
    Optional<String> writer(AtomicOutputFolder outputs) {
        return manifest(outputs.folder())
                .filter(this::hasSameOrigin)
                .filter(manifest -> areUnchanged(outputs, manifest))
                .map(Manifest::run);
    }

    private static Optional<Manifest> manifest(Path packs) {
        Path file = packs.resolve(Manifest.FILE);
        if (!Storage.isFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Manifest.read(file));
        } catch (UserProblem unreadable) {
            // A manifest that cannot be read counts as out of date, and the new one replaces it.
            return Optional.empty();
        }
    }

    private boolean hasSameOrigin(Manifest manifest) {
        return manifest.software().equals(software)
                && manifest.asAt().equals(request.asAt())
                && request.settings().equals(manifest.settings())
                && manifest.writers() != null
                && TableVersions.of(lake)
                        .matches(new TableVersions(manifest.tables(), manifest.writers()), manifest.run());
    }

    private boolean areUnchanged(AtomicOutputFolder outputs, Manifest manifest) {
        try {
            Path workingList = outputs.folder().resolve(Packs.WORKING_LIST.fileName(request.asAt()));
            return outputs.changedFiles(manifest.outputs()).isEmpty()
                    && request.workingListPassword().opens(workingList);
        } catch (IOException e) {
            throw Problems.cannotWrite(outputs.folder(), e.toString());
        }
    }
}
