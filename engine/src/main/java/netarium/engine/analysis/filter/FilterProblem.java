package netarium.engine.analysis.filter;

/// Why a text is no filter: what is wrong, with which word, and where it stands, from 0. `about` is
/// the name or the example that helps to put it right.
public record FilterProblem(Kind kind, String word, String about, int from, int to) {
  public enum Kind {
    UNKNOWN_NAME,
    /// The name asks for what only a run knows.
    NEEDS_RUN,
    MISSING_TEST,
    BAD_VALUE,
    /// The name stands for no value that could be compared.
    NO_VALUE,
    /// The sign does not fit values of this kind.
    BAD_SIGN,
    EXTRA_WORD,
    MISSING_BRACKET,
    MISSING_BRACE,
    TOO_DEEP,
    STRANGE_CHARACTER,
    OPEN_QUOTE
  }

  /// In English, with the column, for the command line.
  public String sentence() {
    String what =
        switch (kind) {
          case UNKNOWN_NAME -> "'" + word + "' is not known; use one of " + about;
          case NEEDS_RUN ->
              "'" + word + "' is known only in a list of packets; use one of " + about;
          case MISSING_TEST -> "a test is missing here, such as tcp.flags.syn";
          case BAD_VALUE -> "'" + word + "' is no value for " + about;
          case NO_VALUE -> "'" + about + "' has no value to compare; write the name alone";
          case BAD_SIGN -> "'" + word + "' does not fit " + about + "; use == or !=";
          case EXTRA_WORD -> "'" + word + "' is one word too many; join tests with && or ||";
          case MISSING_BRACKET -> "a ) is missing here";
          case MISSING_BRACE -> "a list of values in { } is missing here";
          case TOO_DEEP -> "nested too deeply; write it with fewer brackets";
          case STRANGE_CHARACTER -> "'" + word + "' has no meaning here; use &&, ||, !, ==";
          case OPEN_QUOTE -> "a quote is not closed";
        };
    return "column " + (from + 1) + ": " + what;
  }
}
