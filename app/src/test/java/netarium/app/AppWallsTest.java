package netarium.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// What the application may touch: the engine's doors, never the libraries behind them.
class AppWallsTest {
  private static final JavaClasses APP =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("netarium.app");

  @Test
  void librariesBehindTheEngine_areUnknown() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.luaj..", "org.bouncycastle..", "io.netty..", "tools.jackson..")
        .because("each of them has one home in the engine or in topologies")
        .check(APP);
  }

  @Test
  void protocols_areReachedThroughARun() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "netarium.engine.link..",
            "netarium.engine.ip..",
            "netarium.engine.icmp..",
            "netarium.engine.udp..",
            "netarium.engine.tcp..",
            "netarium.engine.socket..",
            "netarium.engine.tls..",
            "netarium.engine.node..")
        .because("readers read the trace and command a run; they never touch a running stack")
        .check(APP);
  }

  @Test
  void packages_haveNoCycles() {
    slices()
        .matching("netarium.(**)")
        .should()
        .beFreeOfCycles()
        .because("two packages that need each other are one package that nobody can read")
        .allowEmptyShould(true)
        .check(APP);
  }
}
