package netarium.topologies;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Who may use whom inside the module.
class LayersTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("netarium.topologies");

  @Test
  void packages_haveNoCycles() {
    slices().matching("netarium.topologies.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void records_knowNothingOfReadingAndWriting() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "netarium.topologies",
            "netarium.topologies.node",
            "netarium.topologies.link",
            "netarium.topologies.stimulus",
            "netarium.topologies.unit")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "netarium.topologies.read",
            "netarium.topologies.write",
            "netarium.topologies.project",
            "netarium.topologies.zip",
            "tools.jackson..")
        .because("the engine takes records and must not care where they come from")
        .check(CLASSES);
  }

  @Test
  void jackson_isOnlyATokenizer() {
    noClasses()
        .that()
        .resideOutsideOfPackage("netarium.topologies.json")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tools.jackson..")
        .because("data binding knows no lines and columns")
        .check(CLASSES);
  }

  @Test
  void files_areTouchedByProjectsOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("netarium.topologies.project")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.nio.file..")
        .because("whoever opens files needs limits and checks of links")
        .check(CLASSES);
  }
}
