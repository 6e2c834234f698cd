package netarium.engine.wire;

/// The outcome of reading octets: bad ones are a value with its place and reason, not an exception.
public sealed interface Parsed<T> {
  record Ok<T>(T value) implements Parsed<T> {}

  record Malformed<T>(Field field, String why) implements Parsed<T> {}
}
