package netarium.engine.vm;

import java.util.function.Supplier;

/// What a parked task waits for, for people who look at the machine; the task itself goes by its
/// [Completion].
///
/// @param whom the other end, the ports, or empty where there is nothing to name
public record Awaited(What what, String whom) {
  /// A kind of waiting.
  public enum What {
    /// Somebody who connects.
    CLIENT,
    /// Octets or a message from the other end.
    READ,
    /// Room to send more to the other end.
    WRITE,
    /// The answer of the machine that is being called.
    CONNECT,
    /// A message of anybody.
    MESSAGE,
    /// Somebody who types.
    INPUT,
    /// An instant that the program has named.
    SLEEP,
    /// The next frame of its screen.
    FRAME,
    /// Another task of its process.
    TASK,
    /// Something that has no name here.
    OTHER
  }

  /// Waits for what nobody has described.
  public static final Awaited SOMETHING = new Awaited(What.OTHER, "");

  static final Supplier<Awaited> UNDESCRIBED = () -> SOMETHING;

  /// The same answer whenever it is asked for.
  public static Supplier<Awaited> always(What what) {
    Awaited said = new Awaited(what, "");
    return () -> said;
  }

  /// With an end that is asked for when somebody looks: it may not be known yet.
  public static Supplier<Awaited> of(What what, Supplier<?> whom) {
    return () -> new Awaited(what, whom.get().toString());
  }
}
