package netarium.engine.syntax.stubs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The stubs of what a simulated machine offers, which come with the program.
public final class BundledStubs {
  /// In the order of the reference: what is closest to networks first, then Lua itself.
  private static final List<String> NAMES =
      List.of(
          "net",
          "net-go",
          "net-addresses",
          "net-names",
          "tls",
          "errors",
          "http",
          "httpd",
          "http-server",
          "http-requests",
          "http-go",
          "http-go-client",
          "http-go-server",
          "url",
          "network",
          "socks5",
          "hlhv",
          "tasks",
          "sync",
          "fs",
          "os",
          "os-machine",
          "io",
          "str",
          "json",
          "love",
          "love-graphics",
          "basic",
          "string",
          "table",
          "math",
          "bit32",
          "coroutine",
          "package",
          "debug");

  private static final String FOLDER = "/netarium/engine/stubs/";

  private BundledStubs() {}

  /// The files by name, `net.lua`, as a language server reads them.
  public static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : NAMES) {
      files.put(name + ".lua", octets(FOLDER + name + ".lua"));
    }
    return files;
  }

  /// What the files say. Reads them anew each time.
  public static Stubs read() {
    List<StubLibrary> libraries = new ArrayList<>();
    files()
        .forEach((name, source) -> {
          StubReading reading = StubReader.read(name, source);
          if (!reading.problems().isEmpty()) {
            throw new IllegalStateException("bundled stub: " + reading.problems().getFirst());
          }
          libraries.add(reading.library());
        });
    return Stubs.of(libraries);
  }

  private static byte[] octets(String resource) {
    try (InputStream in = BundledStubs.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
