package netarium.editor.lang;

/// How a token looks. A name that is neither called nor a library has no class.
public enum TokenClass {
  KEYWORD,
  STRING,
  NUMBER,
  /// A name with arguments behind it, be it called or declared.
  CALL,
  COMMENT,
  /// The name of a table that every process finds at its start.
  LIBRARY,
  OPERATOR
}
