package netarium.topologies.problem;

/// One sentence for the person who wrote the file: the place, what is wrong there, and what to do.
///
/// @param file the file as the user named it
/// @param at the place in it; the start where the file has no lines
/// @param what what is wrong
/// @param advice what to do about it
public record Problem(String file, Position at, String what, String advice) {
  /// What is wrong and what to do, without the place.
  public String message() {
    return what + "; " + advice;
  }

  @Override
  public String toString() {
    return file + ":" + at + ": " + message();
  }
}
