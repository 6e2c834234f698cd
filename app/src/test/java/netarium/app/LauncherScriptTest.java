package netarium.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `app/bin/netarium`, with a `java` that prints its arguments instead of running anything.
class LauncherScriptTest {
  @TempDir Path temporary;

  private Path checkout;
  private Path script;
  private Path jdk;

  @BeforeEach
  void layOutACheckout() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the script is for bash");
    checkout = temporary.resolve("a check out");
    script = checkout.resolve("app/bin/netarium");
    Files.createDirectories(checkout.resolve("app/bin"));
    Path original = Checkout.here().root().resolve("app/bin/netarium");
    Files.copy(original, script, StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(checkout.resolve("app/target/classes/netarium"));
    Files.createDirectories(checkout.resolve("app/target/lib"));
    jdk = javaHome("jdk 25", "25.0.3");
  }

  @Test
  void start_givesTheJvmItsOptionsThenTheProgramItsArguments() throws Exception {
    assertEquals(
        List.of(
            "jdk 25",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-cp",
            checkout + "/app/target/classes:" + checkout + "/app/target/lib/*",
            "-Xmx1g",
            "-Da=b*",
            "netarium.app.Launcher",
            "run",
            "my project",
            ""),
        run(script, "  -Xmx1g  -Da=b* ", "run", "my project", ""));
  }

  @Test
  void symbolicLinks_leadToTheCheckout() throws Exception {
    Path near = Files.createSymbolicLink(script.resolveSibling("near"), Path.of("netarium"));
    Path far = Files.createSymbolicLink(temporary.resolve("far"), near);
    assertEquals(
        checkout + "/app/target/classes:" + checkout + "/app/target/lib/*",
        run(far, "", "lua").get(4));
  }

  @Test
  void jarAlone_isEnough() throws Exception {
    Files.delete(checkout.resolve("app/target/classes/netarium"));
    Path jar = Files.createFile(checkout.resolve("app/target/netarium-app-1.jar"));
    assertEquals(jar + ":" + checkout + "/app/target/lib/*", run(script, "").get(4));
  }

  @Test
  void olderJava_isPassedOver() throws Exception {
    Path newer = jdk;
    jdk = javaHome("jdk 17", "17.0.15");
    var builder = builder(script, "", List.of());
    builder.environment().put("JAVA_HOME", newer.toString());
    assertEquals("jdk 25", output(builder, 0).getFirst());
  }

  @Test
  void anotherCollector_takesThePlaceOfOurs() throws Exception {
    assertTrue(run(script, "", "x").contains("-XX:+UseSerialGC"));
    List<String> words = run(script, "-Xmx1g -XX:+UseG1GC", "x");
    assertFalse(words.contains("-XX:+UseSerialGC"), words.toString());
    assertTrue(words.contains("-XX:+UseG1GC"), words.toString());
  }

  @Test
  void nothingBuilt_saysSoInOneSentence() throws Exception {
    Files.delete(checkout.resolve("app/target/lib"));
    assertEquals(
        List.of("netarium: nothing is built yet: run 'mvn package' in " + checkout + " first."),
        output(builder(script, "", List.of("run")), 2));
  }

  private Path javaHome(String name, String version) throws IOException {
    Path home = temporary.resolve(name);
    Path java = home.resolve("bin/java");
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Files.writeString(java, "#!/bin/bash\nprintf '%s\\n' '" + name + "' \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }

  private List<String> run(Path command, String options, String... arguments) throws Exception {
    return output(builder(command, options, List.of(arguments)), 0);
  }

  private ProcessBuilder builder(Path command, String options, List<String> arguments) {
    var builder = new ProcessBuilder(command.toString());
    builder.command().addAll(arguments);
    builder.directory(temporary.toFile());
    builder.environment().put("JAVA25_HOME", jdk.toString());
    builder.environment().put("NETARIUM_JAVA_OPTS", options);
    builder.redirectErrorStream(true);
    return builder;
  }

  private static List<String> output(ProcessBuilder builder, int status) throws Exception {
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(status, process.waitFor(), text);
    return text.lines().toList();
  }
}
