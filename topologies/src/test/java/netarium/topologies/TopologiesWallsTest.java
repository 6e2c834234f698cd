package netarium.topologies;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What the user drew is plain data: no network, no window, no clock, and one library.
class TopologiesWallsTest {
  private static final JavaClasses TOPOLOGIES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("netarium.topologies");

  @Test
  void libraries_areJacksonAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "", // primitives and their arrays
            "java..",
            "netarium.topologies..",
            "org.jspecify..",
            "tools.jackson..",
            "com.fasterxml.jackson.annotation..")
        .because("every other module stands on this one")
        .check(TOPOLOGIES);
  }

  @Test
  void windowsAndNetwork_areUnknown() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.awt..", "java.net..", "java.nio.channels..", "javafx..")
                .and(not(assignableTo(URI.class)))
                .and(not(assignableTo(URISyntaxException.class)))
                .and(not(assignableTo(FileChannel.class))))
        .because("a file is data: reading one opens nothing but files")
        .check(TOPOLOGIES);
  }

  @Test
  void packages_haveNoCycles() {
    slices()
        .matching("netarium.(**)")
        .should()
        .beFreeOfCycles()
        .because("two packages that need each other are one package that nobody can read")
        .allowEmptyShould(true)
        .check(TOPOLOGIES);
  }

  @Test
  void clockAndChance_areNotAsked() {
    noClasses()
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .because("reading and saving a topology gives the same octets every time")
        .check(TOPOLOGIES);
  }
}
