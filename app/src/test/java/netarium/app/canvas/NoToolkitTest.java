package netarium.app.canvas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoToolkitTest {
  @Test
  void commandLine_loadsNoClassOfJavaFx() throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                "netarium.app.Launcher",
                "run",
                "sample:hello-http")
            .redirectErrorStream(true)
            .start();
    List<String> lines = process.inputReader(UTF_8).lines().toList();
    assertEquals(0, process.waitFor());
    assertTrue(
        lines.stream().anyMatch(line -> line.contains("netarium.engine.run.Simulation ")),
        "the log of loaded classes is there");
    assertEquals(
        List.of(),
        lines.stream().filter(line -> line.contains("javafx") && line.contains("load")).toList());
  }
}
