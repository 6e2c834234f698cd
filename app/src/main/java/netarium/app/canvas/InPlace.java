package netarium.app.canvas;

/// What is written on the canvas itself, in a field that opens where the text stands.
public interface InPlace {
  /// Lets the text of a note be changed.
  void writeNote(int index);

  /// Lets the name of a node be changed.
  void rename(String node);

  /// Opens the search.
  void find();

  /// Gives up or keeps what is being written, and closes the search.
  void close();
}
