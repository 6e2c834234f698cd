package netarium.engine.benchmarks;

import java.util.Locale;

/// A Lua script that makes many coroutines, each suspended in a function of its own.
final class Coroutines {
  private Coroutines() {}

  /// Lets that many live coroutines take turns; the best of some passes is said, in nanoseconds of
  /// processor time for resume and yield together.
  static String turns(int count) {
    return """
    local clock = clock_override or os.clock
    local cos = {}
    for i = 1, COUNT do
      cos[i] = coroutine.create(function() while true do coroutine.yield() end end)
    end
    local resume, best = coroutine.resume, 1e9
    for pass = 1, 25 do
      local start = clock()
      for i = 1, COUNT do resume(cos[i]) end
      best = math.min(best, (clock() - start) / COUNT)
    end
    print(string.format("switch_ns=%.1f", best * 1e9))
    """
        .replace("COUNT", String.format(Locale.ROOT, "%d", count));
  }

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
