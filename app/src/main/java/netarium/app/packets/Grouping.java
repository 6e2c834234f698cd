package netarium.app.packets;

/// What is a row of its own.
public enum Grouping {
  /// A frame from its first sender to the end of its way.
  PER_CONVERSATION,
  /// Every sending, also what a switch or router passes on.
  PER_HOP
}
