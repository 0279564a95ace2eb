package marketshaping;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** The rules of the packages: each stage knows only what is before it, and each library has its place. */
@AnalyzeClasses(packages = "marketshaping", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageRulesTest {

    @ArchTest
    static final ArchRule packs_never_see_the_engine = noClasses()
            .that()
            .resideInAPackage("..pack..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark..");

    /** Workbooks of Excel before 2007 are the one input that nothing else on hand reads. */
    @ArchTest
    static final ArchRule only_packs_and_the_reader_of_old_workbooks_see_the_workbook_library = noClasses()
            .that()
            .resideOutsideOfPackage("..pack..")
            .and()
            .haveNameNotMatching("marketshaping\\.source\\.LegacyWorkbook(\\$.+)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.poi..");

    @ArchTest
    static final ArchRule only_the_lake_sees_delta = noClasses()
            .that()
            .resideOutsideOfPackage("..lake..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.delta..");

    @ArchTest
    static final ArchRule stages_know_only_what_is_before_them =
            com.tngtech.archunit.library.Architectures.layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("run")
                    .definedBy("..run..")
                    .layer("sample")
                    .definedBy("..sample..")
                    .layer("scenario")
                    .definedBy("..scenario..")
                    .layer("deliver")
                    .definedBy("..deliver..")
                    .layer("pack")
                    .definedBy("..pack..")
                    .layer("disclosure")
                    .definedBy("..disclosure..")
                    .layer("measure")
                    .definedBy("..measure..")
                    .layer("fact")
                    .definedBy("..fact..")
                    .layer("lake")
                    .definedBy("..lake..")
                    .layer("mapping")
                    .definedBy("..mapping..")
                    .layer("contract")
                    .definedBy("..contract..")
                    .layer("source")
                    .definedBy("..source..")
                    .layer("settings")
                    .definedBy("..settings..")
                    .layer("table")
                    .definedBy("..table..")
                    .layer("problem")
                    .definedBy("..problem..")
                    .whereLayer("run")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("sample")
                    .mayOnlyBeAccessedByLayers("run")
                    .whereLayer("scenario")
                    .mayOnlyBeAccessedByLayers("run")
                    .whereLayer("deliver")
                    .mayOnlyBeAccessedByLayers("run")
                    .whereLayer("pack")
                    .mayOnlyBeAccessedByLayers("run")
                    .whereLayer("disclosure")
                    .mayOnlyBeAccessedByLayers("run")
                    .whereLayer("measure")
                    .mayOnlyBeAccessedByLayers("run", "pack", "disclosure")
                    .whereLayer("fact")
                    .mayOnlyBeAccessedByLayers("run")
                    .whereLayer("lake")
                    .mayOnlyBeAccessedByLayers("run", "fact")
                    .whereLayer("mapping")
                    .mayOnlyBeAccessedByLayers("run")
                    .whereLayer("contract")
                    .mayOnlyBeAccessedByLayers("run", "lake", "mapping")
                    .whereLayer("source")
                    .mayOnlyBeAccessedByLayers("run", "deliver")
                    .whereLayer("settings")
                    .mayOnlyBeAccessedByLayers("run", "fact", "deliver");

    /** Nothing else names it, so a run that sends nothing does not load it. */
    @ArchTest
    static final ArchRule only_one_class_sees_the_mail_library = noClasses()
            .that()
            .haveNameNotMatching("marketshaping\\.deliver\\.Smtp")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.eclipse.angus..");

    @ArchTest
    static final ArchRule only_the_run_reads_the_clock = noClasses()
            .that()
            .resideOutsideOfPackage("..run..")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule only_the_run_reads_the_environment = noClasses()
            .that()
            .resideOutsideOfPackage("..run..")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class);

    @ArchTest
    static final ArchRule only_problems_makes_problems_for_users = noClasses()
            .that()
            .resideOutsideOfPackage("..problem..")
            .should()
            .callConstructor(
                    marketshaping.problem.UserProblem.class,
                    marketshaping.problem.UserProblem.Kind.class,
                    java.util.List.class);
}
