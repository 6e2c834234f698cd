package netarium.engine.vm.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The modules written in Lua, by their paths below the directory `/usr`.
public final class BundledModules {
  /// The directory that holds them.
  public static final String TOP = "usr";

  /// Where `require` finds them.
  public static final String TEMPLATE = "/usr/lib/lua/?.lua";

  private static final List<String> NAMES =
      List.of(
          "hlhv/arguments",
          "hlhv/cell",
          "hlhv/conf",
          "hlhv/files",
          "hlhv/frames",
          "hlhv/keys",
          "hlhv/queen");

  private static final String BELOW_TOP = "lib/lua/";
  private static final String FOLDER = "/netarium/engine/modules/";

  private BundledModules() {}

  /// Read once; all machines share the octets, which nobody may change.
  private static final class Read {
    static final SortedMap<String, byte[]> FILES = read();
  }

  public static SortedMap<String, byte[]> files() {
    return Read.FILES;
  }

  private static SortedMap<String, byte[]> read() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String name : NAMES) {
      files.put(BELOW_TOP + name + ".lua", octets(FOLDER + name + ".lua"));
    }
    return Collections.unmodifiableSortedMap(files);
  }

  private static byte[] octets(String resource) {
    try (InputStream in = BundledModules.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
