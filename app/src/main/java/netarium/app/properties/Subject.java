package netarium.app.properties;

/// What properties are shown of.
public sealed interface Subject {
  record OfProject() implements Subject {}

  record OfNode(String id) implements Subject {}

  record OfLink(String id) implements Subject {}

  record OfNote(int index) implements Subject {}
}
