package netarium.topologies.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says in plain words what the tokenizer stumbled over. Its own messages speak of tokens and
/// character codes; the people who read ours have forgotten a comma.
///
/// @param sign what the tokenizer's message contains
record JsonMistake(String sign, String what, String advice) {
  private static final List<JsonMistake> KNOWN =
      List.of(
          new JsonMistake("comment", "JSON has no comments", "remove it, or make it a note"),
          new JsonMistake(
              "comma to separate Object", "a comma is missing before this", "put one between keys"),
          new JsonMistake(
              "comma to separate Array",
              "a comma is missing before this",
              "put one between entries"),
          new JsonMistake(
              "to start property name",
              "a key in double quotes should stand here",
              "write \"key\": value, or remove the comma before"),
          new JsonMistake(
              "colon to separate", "a colon is missing after the key", "write \"key\": value"),
          new JsonMistake(
              "unquoted character",
              "a text in double quotes holds a line break or a control character",
              "close the text, or write \\n"),
          new JsonMistake(
              "character escape",
              "a text in double quotes holds an unknown escape",
              "write \\\\ for a backslash"),
          new JsonMistake("hex-digit", "the escape is not \\u and four hex digits", "correct it"),
          new JsonMistake(
              "close marker", "this bracket closes nothing that is open", "check the brackets"),
          new JsonMistake("numeric value", "this is not a number", "write one such as 10 or 0.5"),
          new JsonMistake("in numeric", "this is not a number", "write one such as 10 or 0.5"),
          new JsonMistake("number literals", "this is not a number", "write one such as 10"),
          new JsonMistake(
              "surrogate", "a key holds half of a character", "write both halves or neither"),
          new JsonMistake(
              "Non-standard token", "this is not a JSON value", "put texts in double quotes"),
          new JsonMistake(
              "Unrecognized token", "this is not a JSON value", "put texts in double quotes"),
          new JsonMistake("a value", "a value should stand here", "write one after the colon"),
          new JsonMistake(
              "valid value", "a value should stand here", "write one, or remove the comma before"));

  private static final JsonMistake OTHER =
      new JsonMistake("", "this is not JSON", "correct it here");

  static JsonMistake of(@Nullable String message) {
    String text = message == null ? "" : message;
    for (JsonMistake each : KNOWN) {
      if (text.contains(each.sign)) {
        return each;
      }
    }
    return OTHER;
  }
}
