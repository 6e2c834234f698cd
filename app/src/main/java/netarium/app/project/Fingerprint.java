package netarium.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import netarium.topologies.project.Project;

/// A short text that is the same for two projects only if all their files are.
final class Fingerprint {
  private Fingerprint() {}

  static String of(Project project) {
    MessageDigest digest = sha256();
    for (String path : project.paths()) {
      byte[] octets = project.octets(path).orElseThrow();
      digest.update(path.getBytes(UTF_8));
      digest.update(ByteBuffer.allocate(5).put((byte) 0).putInt(octets.length).array());
      digest.update(octets);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("invariant broken: every Java has SHA-256", e);
    }
  }
}
