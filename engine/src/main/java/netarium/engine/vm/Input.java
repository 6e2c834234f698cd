package netarium.engine.vm;

import java.util.ArrayDeque;
import java.util.Deque;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// What has been typed at the console of a process and not been read yet.
public final class Input {
  /// So many unread pieces are kept; then the oldest gives way.
  static final int MAX_PIECES = 256;

  private final Process process;
  private final Deque<Octets> typed = new ArrayDeque<>();
  private final WaitQueue readers = new WaitQueue(Awaited.always(Awaited.What.INPUT));
  private final Arrivals.Source source;
  private boolean hasEnded;
  private boolean saidLost;

  Input(Process process) {
    this.process = process;
    this.source =
        process.arrivals().source(this::attempt).saying(Awaited.always(Awaited.What.INPUT));
  }

  /// Somebody types: usually a line with its end.
  public void type(Octets text) {
    if (typed.size() == MAX_PIECES) {
      typed.remove();
      if (!saidLost) {
        saidLost = true;
        process.notice("more than " + MAX_PIECES + " lines of input unread: the oldest are lost");
      }
    }
    typed.add(text);
    process.arrivals().arrived();
    readers.wakeAll();
  }

  /// Nothing more will ever be typed.
  public void end() {
    hasEnded = true;
    process.arrivals().arrived();
    readers.wakeAll();
  }

  public boolean isAtEnd() {
    return hasEnded;
  }

  /// Whether a task waits for input right now.
  public boolean isAwaited() {
    return !readers.isEmpty();
  }

  public boolean hasNext() {
    return !typed.isEmpty();
  }

  /// The oldest piece that was typed. Only after [#hasNext].
  public Octets take() {
    return typed.remove();
  }

  /// Parks the running task until something is typed.
  public int awaitNext() {
    Task reader = process.runningTask();
    readers.add(reader);
    return process.park(() -> {
      LuaValue[] results = attempt();
      if (results != null) {
        readers.remove(reader);
      }
      return results;
    });
  }

  /// Whether a poll that found nothing may say so at once.
  public boolean mayAnswerVainPoll() {
    return source.mayAnswerAtOnce();
  }

  /// Parks the running task until something arrives for the process or the poll's time is over.
  public int awaitPoll() {
    source.parkPoller();
    return Native.PARK;
  }

  private LuaValue @Nullable [] attempt() {
    return hasNext() || hasEnded ? new LuaValue[0] : null;
  }
}
