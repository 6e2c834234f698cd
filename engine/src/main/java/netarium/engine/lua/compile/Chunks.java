package netarium.engine.lua.compile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.Map;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.Proto;

/// The programs that were compiled in one simulation: machines that run the same script share its
/// code, which never changes. What was not used for longest is forgotten first; who still runs it
/// keeps it.
public final class Chunks {
  private static final int MOST_CHUNKS = 256;
  private static final long MOST_OCTETS = 16 << 20;

  private record Chunk(String name, String text) {}

  private final LinkedHashMap<Chunk, Proto> compiled = new LinkedHashMap<>(16, 0.75f, true);
  private long octets;

  /// As {@link LuaCompiler#compile}; raises a {@link LuaError} each time for a text that is wrong.
  public Proto compile(byte[] source, String chunkName) {
    Chunk chunk = new Chunk(chunkName, new String(source, ISO_8859_1));
    Proto known = compiled.get(chunk);
    if (known != null) {
      return known;
    }
    Proto fresh = LuaCompiler.compile(source, chunkName);
    compiled.put(chunk, fresh);
    octets += source.length;
    while (compiled.size() > MOST_CHUNKS || octets > MOST_OCTETS) {
      Map.Entry<Chunk, Proto> eldest = compiled.firstEntry();
      octets -= eldest.getKey().text.length();
      compiled.remove(eldest.getKey());
    }
    return fresh;
  }
}
