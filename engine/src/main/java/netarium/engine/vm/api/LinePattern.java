package netarium.engine.vm.api;

import netarium.engine.lua.Str;

/// What `fs.search_files_content` looks for in a line: a text, or a [Regex].
interface LinePattern {
  boolean matches(Str line);

  /// Steps it takes at most to look through a line.
  long work(int length);

  /// ASCII capitals made small: other octets may be parts of characters.
  static String lower(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        out.setCharAt(i, (char) (c + 32));
      }
    }
    return out.toString();
  }

  static LinePattern literal(String text, boolean ignoresCase) {
    String wanted = ignoresCase ? lower(text) : text;
    return new LinePattern() {
      @Override
      public boolean matches(Str line) {
        String in = line.toLatin1();
        return (ignoresCase ? lower(in) : in).contains(wanted);
      }

      @Override
      public long work(int length) {
        return length;
      }
    };
  }

  /// Raises [RegexSyntaxException] if the text is no regular expression.
  static LinePattern regex(String text, boolean ignoresCase) throws RegexSyntaxException {
    Regex regex = Regex.parse(text, ignoresCase);
    return new LinePattern() {
      @Override
      public boolean matches(Str line) {
        return regex.isFoundIn(line.toLatin1());
      }

      @Override
      public long work(int length) {
        return (long) (length + 1) * regex.size();
      }
    };
  }
}
