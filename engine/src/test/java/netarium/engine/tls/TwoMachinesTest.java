package netarium.engine.tls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The same conversations have the same octets in two JVMs: nothing of the host gets into them.
final class TwoMachinesTest {
  @Test
  void sameSeed_sameOctets_inAnotherJvm() throws Exception {
    Process other =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    TwoMachinesTest.class.getName()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String theirs = new String(other.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, other.waitFor());
    assertEquals(conversations(), theirs.strip());
  }

  @Test
  void twice_inOneJvm_isTheSame() {
    assertEquals(conversations(), conversations());
  }

  /// For the other JVM.
  public static void main(String[] arguments) {
    System.out.println(conversations());
  }

  /// The trace's hash, with every frame in it, and the secrets.
  private static String conversations() {
    StringBuilder said = new StringBuilder();
    for (TlsVersion version : TlsVersion.ALL) {
      TlsLab lab = new TlsLab();
      lab.clientSpeaks(version);
      lab.serve();
      TlsLab.End client = lab.dial("server.example");
      client.sayLast("hello ".repeat(1000));
      lab.lab.run();
      assertEquals(6000, lab.served().text().length());
      said.append(lab.lab.recorder.hash()).append('\n');
      lab.secrets.keys.forEach(line -> said.append(line).append('\n'));
      said.append(lab.identity.certificatePem()).append(lab.identity.keyPem());
    }
    return said.toString().strip();
  }
}
