package netarium.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Where the engine lets libraries and the host in. Everything else is plain Java on values.
class LibraryHomesTest {
  /// Who may use threads, files and sockets of the host, and why.
  private static final List<String> HOST_DOORS =
      List.of(
          "bridge", // joins the run to real sockets on 127.0.0.1
          "run.pace", // slows a run down to the host's clock
          "run.mailbox"); // takes commands from the threads of a window

  private static final String[] HOST_CLASSES = {
    "java.io.Console",
    "java.io.File",
    "java.io.FileDescriptor",
    "java.io.FileInputStream",
    "java.io.FileOutputStream",
    "java.io.FileReader",
    "java.io.FileWriter",
    "java.io.RandomAccessFile",
    "java.lang.Process",
    "java.lang.ProcessBuilder",
    "java.lang.ProcessHandle",
    "java.lang.Runtime",
    "java.lang.Thread",
    "java.lang.ThreadGroup",
    "java.lang.ThreadLocal",
    "java.lang.InheritableThreadLocal",
    "java.lang.ScopedValue",
    "java.util.Scanner",
    "java.util.Timer",
    "java.util.TimerTask"
  };

  private static final String[] HOST_PACKAGES = {
    "java.awt..", "java.lang.management..", "java.net..", "java.nio.channels..",
    "java.nio.file..", "java.sql..", "java.util.concurrent..", "java.util.logging..",
    "java.util.prefs..", "javax.management..", "javax.net..", "jdk.."
  };

  @Test
  void luaj_staysBehindTheCompiler() {
    onlyIn("org.luaj..", "everyone else sees our own Proto and values", "lua.compile");
  }

  @Test
  void bouncyCastle_staysInTls() {
    onlyIn("org.bouncycastle..", "its clock and its random numbers are tamed in one place", "tls");
  }

  @Test
  void ciphersOfTheJdk_stayWhereRecordsAreRead() {
    onlyIn("javax.crypto..", "they open what the key log opens, and make nothing", "codec.tls");
    onlyIn("javax.security..", "the names in certificates are read in one place", "codec.tls");
  }

  @Test
  void netty_staysInCodecAndBridge() {
    onlyIn("io.netty..", "codecs are wrapped behind our records", "codec", "bridge");
  }

  @Test
  void libraries_haveAHome() {
    noClasses()
        .should()
        .dependOnClassesThat(
            outside(
                "java.",
                "javax.crypto.",
                "javax.security.",
                "jdk.",
                "netarium.",
                "org.jspecify.",
                "org.luaj.",
                "org.bouncycastle.",
                "io.netty."))
        .because("a library enters the engine through one package that a rule names")
        .check(EngineClasses.all());
  }

  @Test
  void javafx_isUnknown() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "com.sun.javafx..", "java.awt..", "javax.swing..")
        .because("the engine runs without a window")
        .check(EngineClasses.all());
  }

  @Test
  void threadsFilesAndSockets_stayAtTheDoors() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages(EngineClasses.trees(HOST_DOORS))
            .and()
            .doNotHaveFullyQualifiedName("netarium.engine.trace.SpillFile")
            .should()
            .dependOnClassesThat(
                JavaClass.Predicates.resideInAnyPackage(HOST_PACKAGES)
                    .or(DescribedPredicate.describe("are the host's", LibraryHomesTest::isHost)))
            .because(
                "a run depends on topology, scripts, seed and stimuli alone; writers get an"
                    + " OutputStream handed in, and only the log's SpillFile may leave memory");
    rule.check(EngineClasses.all());
  }

  private static boolean isHost(JavaClass type) {
    String name = type.getName();
    return Stream.of(HOST_CLASSES).anyMatch(c -> name.equals(c) || name.startsWith(c + "$"));
  }

  private static void onlyIn(String library, String because, String... homes) {
    noClasses()
        .that()
        .resideOutsideOfPackages(EngineClasses.trees(List.of(homes)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because(because)
        .check(EngineClasses.all());
  }

  private static DescribedPredicate<JavaClass> outside(String... known) {
    return DescribedPredicate.describe(
        "belong to a library without a home",
        type ->
            !type.getBaseComponentType().isPrimitive()
                && Stream.of(known).noneMatch(type.getBaseComponentType().getName()::startsWith));
  }
}
