package marketshaping;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import marketshaping.model.problem.UserProblem;

/** Checks the dependencies between packages, and that each library is used only where it belongs. */
@AnalyzeClasses(packages = "marketshaping", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** The layers from top to bottom. The entry classes in the root package belong to {@code app}. */
    private static final List<String> FOLDERS =
            List.of("app", "feedback", "output", "analysis", "input", "lake", "engine", "model");

    @ArchTest
    static final ArchRule folders_depend_only_on_folders_below = layered();

    private static ArchRule layered() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String folder : FOLDERS) {
            layers = folder.equals("app")
                    ? layers.layer(folder).definedBy("marketshaping", "marketshaping.app..")
                    : layers.layer(folder).definedBy("marketshaping." + folder + "..");
        }
        layers = layers.whereLayer("app").mayNotBeAccessedByAnyLayer();
        for (int i = 1; i < FOLDERS.size(); i++) {
            layers = layers.whereLayer(FOLDERS.get(i))
                    .mayOnlyBeAccessedByLayers(FOLDERS.subList(0, i).toArray(String[]::new));
        }
        return layers;
    }

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("marketshaping.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule simple_names_are_unique = ArchRuleDefinition.classes()
            .that()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should(haveUniqueSimpleNames());

    private static ArchCondition<JavaClass> haveUniqueSimpleNames() {
        return new ArchCondition<>("have simple names that no other class has") {
            private final Map<String, String> seen = new HashMap<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String other = seen.put(type.getSimpleName(), type.getName());
                if (other != null && !other.equals(type.getName())) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " and " + other));
                }
            }
        };
    }

    /** The packages that work with Spark, and those that still do. An entry goes with the work in its comment. */
    private static final String[] SPARK = {
        "..engine..",
        "..lake..",
        "..input.ingest..",
        "..analysis.fact..",
        // The quarantine workbook reads its rows from the lake.
        "..feedback..",
        // Measures that roll up lines in plain Java.
        "..analysis.measure..",
        "..output.publish..",
        "..app.pipeline..",
        "marketshaping",
    };

    @ArchTest
    static final ArchRule spark_is_used_only_where_listed = noClasses()
            .that()
            .resideOutsideOfPackages(SPARK)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark..");

    @ArchTest
    static final ArchRule workbook_library_is_used_only_by_workbook_writers_and_readers = noClasses()
            .that()
            .resideOutsideOfPackages("..output.workbook..", "..input.source..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.poi..");

    @ArchTest
    static final ArchRule delta_and_hadoop_are_used_only_by_lake_and_engine = noClasses()
            .that()
            .resideOutsideOfPackages("..lake..", "..engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.delta..", "org.apache.hadoop..", "org.apache.spark.sql.delta..");

    @ArchTest
    static final ArchRule file_system_is_touched_only_by_storage_and_source_readers = noClasses()
            .that()
            .resideOutsideOfPackages("..input.source..", "..sample..")
            .and()
            .doNotHaveFullyQualifiedName("marketshaping.engine.Storage")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.nio.file.Files.class);

    /** A run without e-mail does not load this library. */
    @ArchTest
    static final ArchRule mail_library_is_used_by_one_class = noClasses()
            .that()
            .haveNameNotMatching("marketshaping\\.output\\.deliver\\.SmtpSender(\\$.+)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.eclipse.angus..");

    @ArchTest
    static final ArchRule clock_is_read_only_by_app_delivery_and_lake = noClasses()
            .that()
            // The lake deletes data by its age.
            .resideOutsideOfPackages("..app..", "..output.deliver..", "..lake..")
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
    static final ArchRule environment_is_read_only_by_app_and_engine = noClasses()
            .that()
            .resideOutsideOfPackages("marketshaping", "..app..", "..engine..")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class);

    @ArchTest
    static final ArchRule problems_are_made_in_one_place = noClasses()
            .that()
            .resideOutsideOfPackage("..model.problem..")
            .should()
            .callConstructor(UserProblem.class, UserProblem.Kind.class, List.class);
}
