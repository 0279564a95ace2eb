package marketshaping.input.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.input.mapping.Mappings;
import marketshaping.input.source.Fingerprint;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Inputs;
import marketshaping.model.secret.PseudonymisationKey;

/** Scans and validates small text files of one input, as a check does. */
record ValidationOfFiles(Path folder, String input, Set<String> confirmedAbsent, Set<String> acceptedOverlap) {

    static ValidationOfFiles of(Path folder, String input) {
        return new ValidationOfFiles(folder, input, Set.of(), Set.of());
    }

    ValidationOfFiles confirmingAbsent(String... columns) {
        return new ValidationOfFiles(folder, input, Set.of(columns), acceptedOverlap);
    }

    ValidationOfFiles acceptingOverlap() {
        return new ValidationOfFiles(folder, input, confirmedAbsent, Set.of(input));
    }

    /** Scans one file with this text. */
    List<FileOfInput> scan(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return new ExtractScanner(Mappings.of(Map.of()), confirmedAbsent, path -> Fingerprint.of(path)
                        .sha256())
                .scan(contract(), file);
    }

    /** Validates files, each with its text, in this order. */
    InMemoryValidation.Result validate(String... texts) throws IOException {
        List<FileOfInput> files = new ArrayList<>();
        for (String text : texts) {
            files.addAll(scan("file" + files.size() + ".csv", text));
        }
        return InMemoryValidation.of(
                contract(), files, PseudonymisationKey.ofSample(), new OverlapRule(acceptedOverlap));
    }

    private Contract contract() {
        return Inputs.named(input);
    }
}
