package netarium.topologies.read;

import netarium.topologies.json.JsonTree;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.unit.Quoted;

/// With what a file says that it is ours: `"format"` and `"version"`, first of all.
///
/// @param format the value of `"format"`
/// @param noun what such a file holds: `topology`
record FormatMark(String format, String noun) {
  /// Another format or a newer version is left alone: nothing else is said about it, and nothing
  /// that comes from it is ever written.
  boolean isOn(Fields fields) {
    ProblemList problems = fields.problems();
    String begin = "begin with \"format\": \"" + format + "\", \"version\": 1";
    JsonTree mark = fields.value("format");
    if (mark == null) {
      problems.error(fields.at(), "the file does not say that it is a " + noun, begin);
      return false;
    }
    if (!(mark instanceof JsonTree.Text(var there, String text)) || !text.equals(format)) {
      String is = mark instanceof JsonTree.Text t ? Quoted.text(t.value()) : mark.described();
      problems.error(mark.at(), "the format is " + is + ", not a Netarium " + noun, begin);
      return false;
    }
    JsonTree version = fields.value("version");
    if (version == null) {
      fields.missing("version", "\"version\": 1");
      return false;
    }
    if (version instanceof JsonTree.Numeral(var where, String literal)
        && literal.matches("[0-9]{1,50}")
        && !literal.equals("1")
        && !literal.matches("0+")) {
      problems.error(
          where,
          "the file is of version " + Quoted.plain(literal) + " and this program reads version 1",
          "open it with a newer Netarium; the file is left as it is");
      return false;
    }
    Long known = fields.whole("version", 1, 1);
    return known != null;
  }
}
