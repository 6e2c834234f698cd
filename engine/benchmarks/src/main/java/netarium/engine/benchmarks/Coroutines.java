package netarium.engine.benchmarks;

import java.util.Locale;

/// A Lua script that makes many coroutines, each suspended in a function of its own.
final class Coroutines {
  private Coroutines() {}

  static String script(int count) {
    return """
    local before = collectgarbage("count")
    local cos = {}
    for i = 1, COUNT do
      cos[i] = coroutine.create(function(x) local y = coroutine.yield(x) return x + y end)
      coroutine.resume(cos[i], i)
    end
    collectgarbage()
    print(string.format("each_B=%.0f", (collectgarbage("count") - before) * 1024 / COUNT))
    """
        .replace("COUNT", String.format(Locale.ROOT, "%d", count));
  }
}
