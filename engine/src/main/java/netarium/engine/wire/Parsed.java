package netarium.engine.wire;

/// The outcome of reading octets: bad ones are a value with its place and reason, not an exception.
public sealed interface Parsed<T> {
  record Ok<T>(T value) implements Parsed<T> {}

  /// `field.offset()` counts from the first octet that the layer was given to read.
  record Malformed<T>(Field field, String why) implements Parsed<T> {
    /// Field and reason in one line, as payloads keep it.
    public String trouble() {
      return field.name() + ": " + why;
    }

    /// The same finding as the outcome of reading something else.
    <U> Malformed<U> as() {
      return new Malformed<>(field, why);
    }
  }

  static <T> Parsed<T> malformed(String field, int offset, int length, String why) {
    return new Malformed<>(new Field(field, offset, length), why);
  }
}
