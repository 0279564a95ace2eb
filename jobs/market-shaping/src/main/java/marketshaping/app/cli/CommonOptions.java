package marketshaping.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import marketshaping.app.pipeline.RunRequest;
import marketshaping.app.pipeline.SampleFolders;
import marketshaping.app.pipeline.SettingsFile;
import marketshaping.engine.ExecutionProfile;
import marketshaping.engine.Storage;
import marketshaping.input.ingest.Confirmations;
import marketshaping.input.mapping.Mappings;
import marketshaping.model.contract.Inputs;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.secret.PseudonymisationKey;
import marketshaping.model.settings.Acceptance;
import marketshaping.model.settings.Delivery;
import marketshaping.model.settings.LocalZone;
import marketshaping.model.settings.Settings;
import marketshaping.output.deliver.DeliveryService;
import marketshaping.output.deliver.MailPassword;
import marketshaping.output.deliver.RefusalMail;
import marketshaping.output.disclosure.DisclosureProfile;
import marketshaping.output.workbook.WorkbookPassword;
import picocli.CommandLine.Option;

/** The command line options that several commands share, from which this class creates the run request. */
public final class CommonOptions {

    @Option(
            names = "--input",
            paramLabel = "DIR",
            description = "For run, ingest and check: the folder of the council's extracts.")
    private Path input;

    @Option(names = "--lake", paramLabel = "DIR", description = "The folder of the lake. Created if it does not exist.")
    private Path lake;

    @Option(
            names = "--packs",
            paramLabel = "DIR",
            description = "For run, pack, backfill and reproduce: the folder for the packs. It has one subfolder per"
                    + " as-at date.")
    private Path packs;

    @Option(
            names = "--as-at",
            paramLabel = "DATE",
            description = "The date that the packs describe, such as 2025-06-30. Default: the last day of last month.")
    private LocalDate asAt;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "The file of the council's settings. Default: Hackney's settings, as in data/settings.yaml.")
    private Path settings;

    @Option(
            names = "--accept-shrinkage",
            paramLabel = "INPUT",
            description = "For run, ingest and check: accept a full extract of this input even if more keys are missing"
                    + " from it than the settings allow. May be given several times.")
    private List<String> acceptShrinkage = new ArrayList<>();

    @Option(
            names = "--accept-overlap",
            paramLabel = "INPUT",
            description = "For run, ingest and check: accept files of this input that share most of their rows. May be"
                    + " given several times.")
    private List<String> acceptOverlap = new ArrayList<>();

    @Option(
            names = "--accept",
            paramLabel = "INPUT.COLUMN:FINDING",
            description = "For run, ingest and check: accept this finding, which would otherwise stop the input. The"
                    + " message that names it shows this option. May be given several times.")
    private List<String> accept = new ArrayList<>();

    @Option(
            names = "--absent",
            paramLabel = "INPUT.COLUMN",
            description = "For run, ingest and check: confirm that the extracts do not have this column. May be given"
                    + " several times.")
    private List<String> absent = new ArrayList<>();

    @Option(
            names = "--mapping",
            paramLabel = "INPUT=MAPPING",
            description =
                    "For run, ingest and check: read this input with this mapping, which is a file or the name of a"
                            + " mapping that comes with the product. May be given several times. Default: the mapping"
                            + " in the settings, else the mapping that fits the header.")
    private Map<String, String> mapping = new LinkedHashMap<>();

    @Option(
            names = "--sample",
            description = "Use the artificial sample council, with its own key. Sets --input, --lake, --packs and"
                    + " --as-at unless they are given.")
    private boolean sample;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description = "The execution profile: council, or region for more than about 100,000 placement rows."
                    + " Default: the environment variable MARKET_SHAPING_PROFILE, else council.")
    private String profile;

    /** Something that a command requires: an option, or the password for delivery. */
    public enum Need {
        INPUT("--input"),
        LAKE("--lake"),
        PACKS("--packs"),
        /** The mail password, which is required only if the settings request delivery by e-mail with a user name. */
        DELIVERY("");

        private final String option;

        Need(String option) {
            this.option = option;
        }
    }

    /**
     * Creates the run request from these options, the settings file and the environment variables.
     *
     * @param needs the requirements of the command
     * @throws UserProblem if anything is missing or wrong; it lists every problem
     */
    RunRequest request(Need... needs) {
        if (sample) {
            if (input == null && !Storage.isFolder(SampleFolders.INPUT)) {
                throw Problems.sampleMissing(SampleFolders.INPUT);
            }
            input = orElse(input, SampleFolders.INPUT);
            lake = orElse(lake, SampleFolders.LAKE);
            packs = orElse(packs, SampleFolders.PACKS);
            asAt = asAt == null ? SampleFolders.LAST_DATE : asAt;
        }
        List<UserProblem> problems = new ArrayList<>();
        refuseMissing(needs, problems);
        acceptShrinkage.stream()
                .filter(name -> !Inputs.names().contains(name))
                .forEach(name -> problems.add(Problems.noSuchInput("--accept-shrinkage", name, Inputs.names())));
        acceptOverlap.stream()
                .filter(name -> !Inputs.names().contains(name))
                .forEach(name -> problems.add(Problems.noSuchInput("--accept-overlap", name, Inputs.names())));
        List<Acceptance> accepted = new ArrayList<>();
        accept.forEach(text -> collect(problems, () -> accepted.add(AcceptOption.acceptance(text))));
        absent.forEach(text -> collect(problems, () -> AcceptOption.requireColumn("--absent", text)));
        PseudonymisationKey key = collect(
                problems,
                () -> sample ? PseudonymisationKey.ofSample() : PseudonymisationKey.fromEnvironment(System.getenv()));
        WorkbookPassword password = collect(problems, () -> WorkingListPassword.fromEnvironment(System.getenv()));
        SettingsFile.Read read =
                collect(problems, () -> settings == null ? SettingsFile.readBuiltIn() : SettingsFile.read(settings));
        Settings council = collect(problems, () -> read == null ? null : checked(read.settings()));
        Delivery delivery = collect(problems, () -> read == null ? Delivery.NONE : checked(read));
        MailPassword mailPassword = collect(
                problems,
                () -> List.of(needs).contains(Need.DELIVERY) && delivery != null
                        ? SmtpPassword.fromEnvironment(System.getenv(), delivery)
                        : MailPassword.NONE);
        Mappings mappings = collect(problems, () -> mappings(council));
        ExecutionProfile executionProfile = collect(problems, this::executionProfile);
        LocalDate today = today();
        LocalDate date = asAt == null ? YearMonth.from(today).minusMonths(1).atEndOfMonth() : asAt;
        future("--as-at", date, today).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            UserProblem problem = Problems.together(problems);
            throw read != null && List.of(needs).contains(Need.DELIVERY)
                    ? refusal(read, mailPassword, date).sent(problem, Map.of())
                    : problem;
        }
        return new RunRequest(
                orElse(input, Path.of("")),
                orElse(lake, Path.of("")),
                orElse(packs, Path.of("")),
                date,
                council,
                mappings,
                key,
                password,
                delivery,
                mailPassword,
                read.historyMonths(),
                confirmations(council, accepted),
                executionProfile);
    }

    private static RefusalReport refusal(SettingsFile.Read read, MailPassword password, LocalDate asAt) {
        return new RefusalReport(
                new RefusalMail(read.delivery(), password == null ? MailPassword.NONE : password),
                new RefusalMail.Run(
                        read.settings().council().name(), asAt, read.settings().contact()));
    }

    private Confirmations confirmations(Settings council, List<Acceptance> accepted) {
        return new Confirmations(
                Set.copyOf(acceptShrinkage),
                Set.copyOf(acceptOverlap),
                Set.copyOf(absent),
                Stream.concat(council.accept().stream(), accepted.stream()).toList());
    }

    private void refuseMissing(Need[] needs, List<UserProblem> problems) {
        List<String> missing = new ArrayList<>();
        for (Need need : needs) {
            Path given =
                    switch (need) {
                        case INPUT -> input;
                        case LAKE -> lake;
                        case PACKS -> packs;
                        case DELIVERY -> Path.of("");
                    };
            if (given == null) {
                missing.add(need.option);
            } else if (need == Need.INPUT && !Storage.isFolder(given)) {
                problems.add(Problems.inputFolderMissing(given));
            }
        }
        if (!missing.isEmpty()) {
            problems.add(Problems.optionsMissing(missing));
        }
    }

    /** Returns today's date in the time zone of the data. */
    static LocalDate today() {
        return LocalDate.now(Clock.system(LocalZone.ZONE));
    }

    /**
     * Returns the problem of an as-at date after today; empty for any other date. The artificial sample council has
     * data of its own future.
     *
     * @param option the option that gives the date
     */
    Optional<UserProblem> future(String option, LocalDate date, LocalDate today) {
        LocalDate last = sample && today.isBefore(SampleFolders.LAST_DATE) ? SampleFolders.LAST_DATE : today;
        return date.isAfter(last) ? Optional.of(Problems.asAtInFuture(option, date, today)) : Optional.empty();
    }

    private ExecutionProfile executionProfile() {
        String name = profile != null
                ? profile
                : System.getenv().getOrDefault(ExecutionProfile.VARIABLE, ExecutionProfile.COUNCIL.label());
        return ExecutionProfile.named(name)
                .orElseThrow(() -> Problems.noSuchProfile(
                        name,
                        Arrays.stream(ExecutionProfile.values())
                                .map(ExecutionProfile::label)
                                .toList()));
    }

    private static Settings checked(Settings settings) {
        if (DisclosureProfile.named(settings.disclosure()).isEmpty()) {
            throw Problems.noSuchRule(settings.disclosure(), DisclosureProfile.labels());
        }
        for (String input : settings.upserts()) {
            mustBeInput("The setting 'upsert'", input);
            if (Inputs.named(input).key().isEmpty()) {
                throw Problems.upsertWithoutKey(input);
            }
        }
        return settings;
    }

    /**
     * Returns the delivery settings. Throws a {@link UserProblem} if a pack name is unknown, or if e-mail delivery is
     * requested without disclosure control.
     */
    private static Delivery checked(SettingsFile.Read read) {
        List<UserProblem> problems = new ArrayList<>();
        read.delivery().folder().ifPresent(folder -> folder.packs().stream()
                .filter(name -> !DeliveryService.names().contains(name))
                .forEach(name -> problems.add(Problems.noSuchPack(name, DeliveryService.names()))));
        String rule = read.settings().disclosure();
        if (read.delivery().email().isPresent() && rule.equals(DisclosureProfile.NONE.label())) {
            problems.add(Problems.emailWithoutDisclosureControl(rule));
        }
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
        return read.delivery();
    }

    /**
     * Returns the mapping to use for each input. A mapping on the command line takes precedence over one in the
     * settings.
     */
    private Mappings mappings(Settings council) {
        Map<String, String> chosen = new TreeMap<>(council == null ? Map.of() : council.mappings());
        chosen.keySet().forEach(input -> mustBeInput("The setting 'mappings'", input));
        mapping.keySet().forEach(input -> mustBeInput("--mapping", input));
        chosen.putAll(mapping);
        chosen.values().forEach(LocalPathConverter::local);
        return Mappings.of(chosen);
    }

    private static void mustBeInput(String place, String name) {
        if (!Inputs.names().contains(name)) {
            throw Problems.noSuchInput(place, name, Inputs.names());
        }
    }

    private static <T> T collect(List<UserProblem> problems, java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (UserProblem problem) {
            problems.add(problem);
            return null;
        }
    }

    private static Path orElse(Path given, Path other) {
        return given == null ? other : given;
    }
}
